using System.Globalization;
using ClosingGap.Bench;

if (args is not [var name, ..] || name is not ("drop" or "receipt"))
{
    Console.Error.WriteLine("Use: dotnet run -c Release --project bench/ClosingGap.Bench -- drop [--students N] [--readme]");
    Console.Error.WriteLine("     dotnet run -c Release --project bench/ClosingGap.Bench -- receipt [--students N] [--runs N]");
    return 2;
}

if (Number("--students") is 0 || Number("--runs") is 0)
{
    Console.Error.WriteLine("--students and --runs take a number.");
    return 2;
}

using var stop = new CancellationTokenSource(TimeSpan.FromMinutes(30));
if (name == "receipt")
{
    var runs = Number("--runs") ?? 5;
    Console.WriteLine($"| end of the drop | students | seconds from upload to receipt, median of {runs} | longest |");
    Console.WriteLine("|---|---:|---:|---:|");
    foreach (var row in await ReceiptBench.RunAsync(Number("--students") is { } only ? [only] : [100, 2_000, 10_000], runs, stop.Token))
    {
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {row.End} | {row.Students:N0} | {row.Median:F2} | {row.Longest:F2} |"));
    }

    return 0;
}

var students = Number("--students") ?? 10_000;
var rows = await DropBench.RunAsync(students, stop.Token);
var table = BenchTable.Of(students, rows);
Console.WriteLine(table);
if (args.Contains("--readme", StringComparer.Ordinal))
{
    BenchTable.WriteToReadme(table);
}

return 0;

// The number after an option: null when it is not given, 0 when it is no number.
int? Number(string option)
{
    var at = Array.IndexOf(args, option);
    return at < 0 ? null : at + 1 < args.Length && int.TryParse(args[at + 1], CultureInfo.InvariantCulture, out var number) ? number : 0;
}
