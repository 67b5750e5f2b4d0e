using System.Globalization;
using ClosingGap.Ingest.Profiles.Init;
using ClosingGap.Ingest.Validation;

namespace ClosingGap.Cli.Validating;

/// <summary>Prints codes that no vocabulary holds as the part of a profile that would map them. It shows what stands in the files: on this screen only.</summary>
internal static class CodePrinter
{
    public static void Print(TextWriter screen, IReadOnlyList<UnknownCodeFound> codes)
    {
        if (codes.Count == 0)
        {
            screen.WriteLine("No unknown codes.");
            return;
        }

        screen.WriteLine("Unknown codes, as a profile maps them; put a word in place of each TODO:");
        screen.WriteLine("codes:");
        foreach (var column in codes.GroupBy(code => code.Column, StringComparer.Ordinal))
        {
            screen.WriteLine($"  {column.Key}: # {string.Join(", ", column.First().Words)}");
            foreach (var code in column.GroupBy(code => code.Code, StringComparer.Ordinal))
            {
                screen.WriteLine(string.Create(
                    CultureInfo.InvariantCulture,
                    $"    {YamlText.Scalar(code.Key)}: TODO # {code.Sum(one => one.Count):N0} rows, first in row {code.First().FirstRows[0]} of {code.First().File}"));
            }
        }
    }
}
