using System.Globalization;
using ClosingGap.Bench;
using ClosingGap.Bench.Indicating;
using ClosingGap.Bench.Ingesting;
using ClosingGap.Bench.Rollups;

using var stop = new CancellationTokenSource(TimeSpan.FromMinutes(30));
switch (args)
{
    case ["drop", ..] when Number("--students", 10_000) is { } students:
        var rows = await DropBench.RunAsync(students, stop.Token);
        var table = BenchTable.Of(students, rows);
        Console.WriteLine(table);
        if (args.Contains("--readme", StringComparer.Ordinal))
        {
            BenchTable.WriteToReadme(table);
        }

        return 0;
    case ["receipt", ..] when Number("--students", 0) is { } only && Number("--runs", 5) is { } runs and > 0:
        Console.WriteLine($"| end of the drop | students | seconds from upload to receipt, median of {runs} | longest |");
        Console.WriteLine("|---|---:|---:|---:|");
        foreach (var row in await ReceiptBench.RunAsync(only > 0 ? [only] : [100, 2_000, 10_000], runs, stop.Token))
        {
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {row.End} | {row.Students:N0} | {row.Median:F2} | {row.Longest:F2} |"));
        }

        return 0;
    case ["ingest", ..] when Number("--megabytes", 1_024) is { } megabytes && Number("--runs", 1) is { } times and > 0:
        Console.WriteLine(await IngestBench.RunAsync(megabytes, times, args.Contains("--peers", StringComparer.Ordinal), Value("--folder"), stop.Token));
        return 0;
    case ["ingest-once", var reader, var folder]:
        await IngestBench.ReadOnceAsync(reader, folder, stop.Token);
        return 0;
    case ["indicators", ..] when Number("--students", 0) is { } number && Number("--runs", 3) is { } each and > 0:
        Console.WriteLine(await IndicatorsBench.RunAsync(number > 0 ? [number] : [10_000, 100_000], each, Value("--folder"), stop.Token));
        return 0;
    case ["indicators-once", var way, var files]:
        await IndicatorsBench.ComputeAsync(way, files, stop.Token);
        return 0;
    case ["rollup", ..] when Number("--districts", 1_000) is { } districts and > 0 && Number("--students", 200) is { } ofEach and > 0:
        Console.WriteLine(await RollupBench.RunAsync(districts, ofEach, stop.Token));
        return 0;
    case ["suppression", ..] when Number("--districts", 1_000) is { } of and > 1:
        Console.WriteLine(Number("--earlier", 0) is { } earlier and > 0 ? SuppressionBench.RunAgainst(of, earlier) : SuppressionBench.Run(of));
        return 0;
    default:
        Console.Error.WriteLine("""
            Use: dotnet run -c Release --project bench/ClosingGap.Bench -- drop [--students N] [--readme]
                 dotnet run -c Release --project bench/ClosingGap.Bench -- receipt [--students N] [--runs N]
                 dotnet run -c Release --project bench/ClosingGap.Bench [-p:DuckDb=true] -- ingest [--megabytes N] [--runs N] [--peers] [--folder KEPT]
                 dotnet run -c Release --project bench/ClosingGap.Bench [-p:DuckDb=true] -- indicators [--students N] [--runs N] [--folder KEPT]
                 dotnet run -c Release --project bench/ClosingGap.Bench -- rollup [--districts N] [--students OF-EACH]
                 dotnet run -c Release --project bench/ClosingGap.Bench -- suppression [--districts N] [--earlier N]
            """);
        return 2;
}

string? Value(string name) => Array.IndexOf(args, name) is var at and >= 0 && at + 1 < args.Length ? args[at + 1] : null;

// Null when the option is there and its value is no number.
int? Number(string name, int otherwise) =>
    !args.Contains(name, StringComparer.Ordinal) ? otherwise
    : int.TryParse(Value(name), CultureInfo.InvariantCulture, out var number) ? number
    : null;
