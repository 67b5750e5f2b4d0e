using ClosingGap.Ingest.Contracts;
using ClosingGap.Ingest.Csv;
using ClosingGap.Ingest.Diagnostics;
using ClosingGap.Ingest.Packages;

namespace ClosingGap.Ingest.Validation;

/// <summary>Validates a package whose files follow OneRoster, with the extension files beside them.</summary>
internal sealed class StandardTables(IPackage package, ValidationContext context)
{
    private readonly FindingReporter _reporter = context.Reporter;

    /// <summary>The version that the manifest, or else the headers, tell.</summary>
    public string? Version { get; private set; }

    /// <summary>True when the manifest names its source.</summary>
    public bool HasSystemName { get; private set; }

    /// <summary>What became of the manifest, or null when there is none.</summary>
    public FileResult? ManifestResult { get; private set; }

    /// <summary>Reads the manifest, then every table in the order of references.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var layout = PackageLayout.Read(package, _reporter);
        var manifest = await ReadManifestAsync(layout, cancellationToken).ConfigureAwait(false);
        if (layout.Manifest is null && layout.Tables.Count == 0)
        {
            _reporter.Package(DiagnosticCodes.PackageNoKnownFile);
            return;
        }

        Version = manifest?.Version
            ?? await VersionDetection.DetectAsync(package, layout, context.Request.Csv, cancellationToken).ConfigureAwait(false);
        HasSystemName = manifest?.HasSystemName ?? false;
        if (manifest is not null)
        {
            CompareWithManifest(layout, manifest);
        }

        context.Joins.IsWanted = layout.Tables.Keys.Any(FileContracts.HasJoins);
        foreach (var table in FileContracts.ProcessingOrder.Where(layout.Tables.ContainsKey))
        {
            if (FileContracts.Find(Version, table) is { } contract)
            {
                await ReadTableAsync(contract, layout.Tables[table], manifest, cancellationToken).ConfigureAwait(false);
            }
            else
            {
                _reporter.Package(DiagnosticCodes.PackageUnknownFile, layout.Tables[table]);
            }
        }
    }

    private async Task<Manifest?> ReadManifestAsync(PackageLayout layout, CancellationToken cancellationToken)
    {
        if (layout.Manifest is not { } file)
        {
            _reporter.Package(DiagnosticCodes.PackageMissingManifest);
            return null;
        }

        var reader = new ManifestReader(file, _reporter);
        var stream = await package.OpenAsync(file, cancellationToken).ConfigureAwait(false);
        var manifest = await reader.ReadAsync(stream, context.Request.Csv, cancellationToken).ConfigureAwait(false);
        ManifestResult = reader.Result;
        return manifest;
    }

    private void CompareWithManifest(PackageLayout layout, Manifest manifest)
    {
        foreach (var (table, mode) in manifest.Modes)
        {
            if (mode != ManifestMode.Absent && !layout.Tables.ContainsKey(table))
            {
                _reporter.Package(DiagnosticCodes.ManifestFileMissing, table + ".csv");
            }
        }

        foreach (var (table, file) in layout.Tables)
        {
            var isListed = manifest.Modes.TryGetValue(table, out var mode);
            var mayBeUnlisted = FileContracts.Extensions.ContainsKey(table);
            if (isListed ? mode == ManifestMode.Absent : !mayBeUnlisted)
            {
                _reporter.Package(DiagnosticCodes.ManifestFileUnexpected, file);
            }
        }
    }

    private async Task ReadTableAsync(FileContract contract, string file, Manifest? manifest, CancellationToken cancellationToken)
    {
        var tally = context.TallyOf(file, contract);
        if (contract.Canonical is null)
        {
            _reporter.File(DiagnosticCodes.PackageFileNotUsed, tally);
        }

        try
        {
            var stream = await package.OpenAsync(file, cancellationToken).ConfigureAwait(false);
            await using var csv = await CsvFile.OpenAsync(stream, context.Request.Csv, cancellationToken).ConfigureAwait(false);
            var declared = contract.IsExtension ? null : manifest?.DeclaredMode(contract.Name);
            var source = new CsvTableSource(contract.Name, declared, csv, tally, _reporter);
            if (new HeaderPlanner(contract, tally, _reporter).Plan(csv.Header, csv.HeaderFault) is not { } plan)
            {
                // Its records are not known: what points to them is not to blame.
                context.References.Of(contract.Name).IsInPackage = true;
                await RejectRowsAsync(source, tally, cancellationToken).ConfigureAwait(false);
                return;
            }

            await new TableProcessor(contract, context).RunAsync([new TableInput(source, plan, tally)], cancellationToken).ConfigureAwait(false);
        }
        catch (CsvUnreadableException exception)
        {
            _reporter.File(exception.Code, tally, exception.Row);
            context.References.Of(contract.Name).IsInPackage = true;
        }
    }

    /// <summary>Rows under a header that cannot be used are still looked at as CSV, so that one drop gives one complete report.</summary>
    private async Task RejectRowsAsync(CsvTableSource source, FileTally tally, CancellationToken cancellationToken)
    {
        await foreach (var _ in source.ReadAsync(cancellationToken).ConfigureAwait(false))
        {
            tally.Read++;
            tally.Rejected++;
        }

        if (tally.Read == 0)
        {
            _reporter.File(DiagnosticCodes.TableMissingDataRows, tally);
        }
    }
}
