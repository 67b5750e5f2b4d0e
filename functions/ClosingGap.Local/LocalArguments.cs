using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace ClosingGap.Local;

/// <summary>What was asked for on the command line.</summary>
/// <param name="Once">End when the sample is published, instead of serving on.</param>
/// <param name="Data">The folder of all data; null: <c>.local</c> in the repository.</param>
/// <param name="Port">The port of the HTTP API, 0 to 65535; 0: a free one; null: 7071, or a free one when that is taken.</param>
/// <param name="Students">The size of the sample district. Students; default 1,000; 1 to 200,000.</param>
/// <param name="Sample">False: start without a sample district.</param>
internal sealed record LocalArguments(bool Once, string? Data, int? Port, int Students, bool Sample = true)
{
    public const int DefaultStudents = 1000;
    private const int MaxStudents = 200_000;

    private const string Usage = """
        ClosingGap on this computer: storage emulator, the app, and a sample district.

          dotnet run --project functions/ClosingGap.Local [-- options]

          --once           end when the sample district is published
          --data DIR       keep all data in DIR (default: .local in the repository)
          --port N         answer HTTP on port N of 127.0.0.1 (default: 7071; 0: a free one)
          --students N     size of the sample district, 1 to 200000 (default: 1000)
          --no-sample      serve without a sample district
          --help           this text

        With AzureWebJobsStorage in the environment that storage is used, and no emulator is started.
        Exit codes: 0 as asked, 1 the sample was not published, 2 wrong arguments, 3 something is missing or failed.
        """;

    /// <summary>Reads the arguments; false with a text to show when they ask for help or are wrong.</summary>
    public static bool TryParse(string[] args, [NotNullWhen(true)] out LocalArguments? arguments, out string text)
    {
        var parsed = new LocalArguments(false, null, null, DefaultStudents);
        arguments = null;
        text = "";
        for (var i = 0; i < args.Length; i++)
        {
            switch (args[i])
            {
                case "--once":
                    parsed = parsed with { Once = true };
                    break;
                case "--no-sample":
                    parsed = parsed with { Sample = false };
                    break;
                case "--data" when i + 1 < args.Length && args[i + 1].Length > 0:
                    parsed = parsed with { Data = Path.GetFullPath(args[++i]) };
                    break;
                case "--port" when i + 1 < args.Length && TryNumber(args[i + 1], 0, 65535, out var port):
                    parsed = parsed with { Port = port };
                    i++;
                    break;
                case "--students" when i + 1 < args.Length && TryNumber(args[i + 1], 1, MaxStudents, out var students):
                    parsed = parsed with { Students = students };
                    i++;
                    break;
                case "--help" or "-h" or "-?":
                    text = Usage;
                    return false;
                default:
                    text = $"'{args[i]}' cannot be understood, or its value is missing or out of range.{Environment.NewLine}{Environment.NewLine}{Usage}";
                    return false;
            }
        }

        arguments = parsed;
        return true;
    }

    /// <summary>Shows a text of <see cref="TryParse"/>; the exit code.</summary>
    public static int Say(string text)
    {
        var isHelp = string.Equals(text, Usage, StringComparison.Ordinal);
        (isHelp ? Console.Out : Console.Error).WriteLine(text);
        return isHelp ? ExitCodes.Done : ExitCodes.WrongArguments;
    }

    private static bool TryNumber(string text, int lowest, int highest, out int number) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number) && number >= lowest && number <= highest;
}
