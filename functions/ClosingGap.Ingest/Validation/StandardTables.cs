using ClosingGap.Ingest.Contracts;
using ClosingGap.Ingest.Csv;
using ClosingGap.Ingest.Diagnostics;
using ClosingGap.Ingest.Packages;
using ClosingGap.Ingest.Tables;
using ClosingGap.Ingest.Validation.Semantics;

namespace ClosingGap.Ingest.Validation;

/// <summary>Validates a package whose files follow OneRoster, with the extension files beside them.</summary>
internal sealed class StandardTables(IPackage package, ValidationContext context)
{
    /// <summary>OneRoster 1.0 had no manifest and exactly these files.</summary>
    private static readonly HashSet<string> s_filesOfVersion10 =
        new(["academicSessions", "classes", "courses", "demographics", "enrollments", "orgs", "users"], StringComparer.Ordinal);

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

        CompareWithSet(layout, manifest);
        await PrepareFactsAsync(layout, manifest, cancellationToken).ConfigureAwait(false);
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
            if (s_filesOfVersion10.SetEquals(layout.Tables.Keys))
            {
                _reporter.Package(DiagnosticCodes.PackageVersion10);
            }

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

    /// <summary>A set that is asked for by name and delivered in bulk is looked through for the files it cannot do without.</summary>
    private void CompareWithSet(PackageLayout layout, Manifest? manifest)
    {
        if (context.Request.Set is not { } set
            || !layout.Tables.Keys.Any(table => OneRosterSets.Holds(set, table) && manifest?.DeclaredMode(table) == TableMode.Bulk))
        {
            return;
        }

        foreach (var table in OneRosterSets.Needed.Where(table => FileContracts.OfVersion(Version!).ContainsKey(table) && !layout.Tables.ContainsKey(table)))
        {
            _reporter.Package(DiagnosticCodes.PackageSetIncomplete, table + ".csv");
        }
    }

    private async Task PrepareFactsAsync(PackageLayout layout, Manifest? manifest, CancellationToken cancellationToken)
    {
        context.Facts.Expect(layout.Tables.Keys);
        var saysAll = manifest?.DeclaredMode("roles") != TableMode.Delta || context.Request.References == ReferenceScope.Package;
        if (context.Scope.IsWhole
            && saysAll
            && layout.Tables.TryGetValue("roles", out var roles)
            && layout.Tables.ContainsKey("users")
            && FileContracts.OfVersion(Version!).TryGetValue("roles", out var contract)
            && context.Scope.ReadsRowsOf(contract))
        {
            var looksAtRows = !_reporter.IsStrict && context.Request.References == ReferenceScope.Held;
            context.Facts.RolesHeld =
                await RolesAhead.ReadAsync(package, roles, looksAtRows, context.Request.Csv, cancellationToken).ConfigureAwait(false);
        }
    }

    private async Task ReadTableAsync(FileContract contract, string file, Manifest? manifest, CancellationToken cancellationToken)
    {
        var tally = context.TallyOf(file, contract);
        try
        {
            var stream = await package.OpenAsync(file, cancellationToken).ConfigureAwait(false);
            await using var csv = await CsvFile.OpenAsync(stream, context.Request.Csv, cancellationToken).ConfigureAwait(false);
            var declared = contract.IsExtension ? null : manifest?.DeclaredMode(contract.Name);
            var source = new CsvTableSource(contract.Name, declared, csv, tally, _reporter);
            if (!context.Scope.ReadsRowsOf(contract))
            {
                await ReadFormAsync(contract, tally, new TableForm(csv, source, tally, _reporter), cancellationToken).ConfigureAwait(false);
                return;
            }

            if (new HeaderPlanner(contract, tally, _reporter).Plan(csv.Header, csv.HeaderFault) is not { } plan)
            {
                // Its records are not known: what points to them is not to blame.
                context.References.Of(contract.Name).IsInPackage = true;
                await new TableForm(csv, source, tally, _reporter).ReadAsync(checksHeader: false, cancellationToken).ConfigureAwait(false);
                return;
            }

            var dates = _reporter.IsStrict ? null : new DateOrder(package, file, contract, plan, context.Request.Csv);
            await new TableProcessor(contract, context)
                .RunAsync([new TableInput(source, plan, tally, dates)], cancellationToken).ConfigureAwait(false);
        }
        catch (CsvUnreadableException exception)
        {
            _reporter.File(exception.Code, tally, exception.Row);
            context.References.Of(contract.Name).IsInPackage = true;
        }
    }

    private async Task ReadFormAsync(FileContract contract, FileTally tally, TableForm form, CancellationToken cancellationToken)
    {
        if (context.Request.Depth != ValidationDepth.Package)
        {
            _reporter.File(DiagnosticCodes.PackageFileNotUsed, tally);
        }

        context.References.Of(contract.Name).IsInPackage = true;
        await form.ReadAsync(checksHeader: true, cancellationToken).ConfigureAwait(false);
    }
}
