using ClosingGap.Bench;

if (args is not [var name, ..] || !string.Equals(name, "drop", StringComparison.Ordinal))
{
    Console.Error.WriteLine("Use: dotnet run -c Release --project bench/ClosingGap.Bench -- drop [--students N] [--readme]");
    return 2;
}

var students = 10_000;
var at = Array.IndexOf(args, "--students");
if (at >= 0 && (at + 1 >= args.Length || !int.TryParse(args[at + 1], System.Globalization.CultureInfo.InvariantCulture, out students)))
{
    Console.Error.WriteLine("--students takes a number.");
    return 2;
}

using var stop = new CancellationTokenSource(TimeSpan.FromMinutes(30));
var rows = await DropBench.RunAsync(students, stop.Token);
var table = BenchTable.Of(students, rows);
Console.WriteLine(table);
if (args.Contains("--readme", StringComparer.Ordinal))
{
    BenchTable.WriteToReadme(table);
}

return 0;
