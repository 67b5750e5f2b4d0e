using ClosingGap.Bench.Ingesting.Records;
using ClosingGap.Ingest.Canonical;
using ClosingGap.Ingest.Packages;
using ClosingGap.Ingest.Snapshot;
using ClosingGap.Ingest.Validation;
using CsvHelper;
using CsvDataReaderOptions = Sylvan.Data.Csv.CsvDataReaderOptions;

namespace ClosingGap.Bench.Ingesting;

/// <summary>The ways to read a package that are compared. Each gives the number of data rows.</summary>
internal static class IngestReaders
{
    private static readonly PackageOptions s_large = new() { MaxEntryBytes = 1L << 40, MaxTotalBytes = 1L << 40 };

    /// <summary>Each way by its name on the command line, with what it does.</summary>
    public static IReadOnlyDictionary<string, (string Title, Func<string, CancellationToken, Task<long>> Read)> All { get; } =
        new Dictionary<string, (string, Func<string, CancellationToken, Task<long>>)>(StringComparer.Ordinal)
        {
            ["validate"] = ("ClosingGap strict, every reference checked, rows discarded", ValidateFolderAsync),
            ["validate-zip"] = ("the same from the zip", ValidateZipAsync),
            ["stage"] = ("ClosingGap strict from the folder, rows staged in 16 shards", StageAsync),
            ["csvhelper"] = ("CsvHelper, GetRecords<T> into typed records, nothing checked", (folder, stop) => Task.Run(() => ReadTyped(folder), stop)),
            ["sylvan-strings"] = ("Sylvan.Data.Csv, every cell as a string", (folder, stop) => Task.Run(() => ReadCells(folder, asStrings: true), stop)),
            ["sylvan-spans"] = ("Sylvan.Data.Csv, every cell as a span", (folder, stop) => Task.Run(() => ReadCells(folder, asStrings: false), stop)),
#if DUCKDB
            ["duckdb"] = ("DuckDB, read_csv with every column as text, all summed up", DuckDbReader.ReadAsync),
#endif
        };

    private static async Task<long> ValidateFolderAsync(string folder, CancellationToken cancellationToken)
    {
        await using var package = FolderPackage.Open(folder, s_large);
        return await ValidateAsync(package, new DiscardingSink(), cancellationToken);
    }

    private static async Task<long> ValidateZipAsync(string folder, CancellationToken cancellationToken)
    {
        await using var zip = File.OpenRead(folder + ".zip");
        await using var package = await ZipPackage.OpenAsync(zip, s_large, cancellationToken: cancellationToken);
        return await ValidateAsync(package, new DiscardingSink(), cancellationToken);
    }

    private static async Task<long> StageAsync(string folder, CancellationToken cancellationToken)
    {
        var staging = Directory.CreateTempSubdirectory("closinggap-bench-staging-");
        try
        {
            await using var package = FolderPackage.Open(folder, s_large);
            await using var sink = new StagingSink(staging, shardCount: 16);
            var rows = await ValidateAsync(package, sink, cancellationToken);
            await sink.CompleteAsync(cancellationToken);
            return rows;
        }
        finally
        {
            staging.Delete(recursive: true);
        }
    }

    private static async Task<long> ValidateAsync(IPackage package, ICanonicalSink sink, CancellationToken cancellationToken)
    {
        var findings = new FindingCounter();
        var request = new ValidationRequest { Conformance = Conformance.Strict };
        var result = await PackageValidator.ValidateAsync(package, request, findings, sink, cancellationToken);
        return findings.Errors == 0 && !result.IsRejected
            ? result.Files.Sum(static file => file.RowsAccepted)
            : throw new InvalidOperationException($"The package is not sound: {string.Join(", ", result.CountsByCode)}.");
    }

    private static long ReadTyped(string folder) =>
        Typed<OrgRecord>(folder, "orgs") + Typed<SessionRecord>(folder, "academicSessions") + Typed<CourseRecord>(folder, "courses")
        + Typed<ClassRecord>(folder, "classes") + Typed<UserRecord>(folder, "users") + Typed<RoleRecord>(folder, "roles")
        + Typed<EnrollmentRecord>(folder, "enrollments") + Typed<DemographicsRecord>(folder, "demographics")
        + Typed<AttendanceRecord>(folder, "attendance") + Typed<CategoryRecord>(folder, "categories")
        + Typed<LineItemRecord>(folder, "lineItems") + Typed<ResultRecord>(folder, "results");

    private static long Typed<T>(string folder, string table)
    {
        using var csv = CsvReader.FromFile(Path.Combine(folder, table + ".csv"), CsvReaderOptions.Default);
        var rows = 0L;
        foreach (var record in csv.GetRecords<T>())
        {
            GC.KeepAlive(record);
            rows++;
        }

        return rows;
    }

    private static long ReadCells(string folder, bool asStrings)
    {
        var (rows, length) = (0L, 0L);
        foreach (var file in Directory.EnumerateFiles(folder, "*.csv").Where(static file => Path.GetFileName(file) != "manifest.csv"))
        {
            using var csv = Sylvan.Data.Csv.CsvDataReader.Create(file, new CsvDataReaderOptions { BufferSize = 1 << 16 });
            while (csv.Read())
            {
                rows++;
                for (var cell = 0; cell < csv.RowFieldCount; cell++)
                {
                    length += asStrings ? csv.GetString(cell).Length : csv.GetFieldSpan(cell).Length;
                }
            }
        }

        return length > 0 ? rows : 0;
    }
}
