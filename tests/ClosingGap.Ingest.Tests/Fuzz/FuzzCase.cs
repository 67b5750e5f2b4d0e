using ClosingGap.Ingest.Diagnostics;
using ClosingGap.Ingest.Packages;
using ClosingGap.Ingest.Profiles;
using ClosingGap.Ingest.Tests.OneRoster;
using ClosingGap.Ingest.Validation;

namespace ClosingGap.Ingest.Tests.Fuzz;

/// <summary>One spoiled package: which sound one it was, and the seeds of the changes.</summary>
internal sealed record FuzzCase(int Sound, IReadOnlyList<int> Changes)
{
    /// <summary>The answer for a case that does not end in time.</summary>
    public const string TookTooLong = "it took too long";

    private static readonly TimeSpan s_limit = TimeSpan.FromSeconds(10);

    public static FuzzCase Of(int seed)
    {
        var random = new Random(seed);
        return new FuzzCase(random.Next(FuzzSeeds.Count), [.. Enumerable.Range(0, 1 + random.Next(6)).Select(_ => random.Next())]);
    }

    /// <summary>Validates the package under both profiles. Gives what is wrong with the answer, or null.</summary>
    public async Task<string?> RunAsync()
    {
        var drop = FuzzSeeds.Make(Sound);
        foreach (var change in Changes)
        {
            FuzzMutation.Apply(drop, change);
        }

        var zip = drop.ToZip();
        var isSecretHidden = !drop.HeadersHold(FuzzSeeds.Secret);
        foreach (var conformance in Enum.GetValues<Conformance>())
        {
            using var stop = new CancellationTokenSource(s_limit);
            try
            {
                // On a thread of its own, so that an endless loop is found out as well as an endless wait.
                var fault = await Task.Run(() => ValidateAsync(drop, zip, conformance, isSecretHidden, stop.Token)).WaitAsync(s_limit * 2);
                if (fault is not null)
                {
                    return $"{conformance}: {fault}";
                }
            }
            catch (Exception exception) when (exception is TimeoutException or OperationCanceledException)
            {
                return TookTooLong;
            }
            catch (Exception exception)
            {
                return $"{conformance}: {exception.GetType().Name} {exception.StackTrace?.Split('\n').FirstOrDefault()?.Trim()}";
            }
        }

        return null;
    }

    /// <summary>The same failure with as few changes as possible.</summary>
    public async Task<FuzzCase> ShrinkAsync()
    {
        for (var without = 0; without < Changes.Count && Changes.Count > 1; without++)
        {
            var smaller = this with { Changes = [.. Changes.Where((_, index) => index != without)] };
            if (await smaller.RunAsync() is not null)
            {
                return await smaller.ShrinkAsync();
            }
        }

        return this;
    }

    public override string ToString() => $"sound package {Sound}, changes [{string.Join(", ", Changes)}]";

    private async Task<string?> ValidateAsync(FuzzDrop drop, byte[] zip, Conformance conformance, bool isSecretHidden, CancellationToken stop)
    {
        var findings = new Findings();
        var sink = new RecordingSink(keepRows: false);
        try
        {
            await using var package = await ZipPackage.OpenAsync(new MemoryStream(zip), cancellationToken: stop);
            var mapped = drop.Profile is null ? null : await ProfileTables.OpenAsync(package, drop.Profile, findings, null, stop);
            var request = new ValidationRequest { Conformance = conformance, MappedTables = mapped, JoinReferences = drop.Roster };
            var result = await PackageValidator.ValidateAsync(package, request, findings, sink, stop);
            if (result.Files.FirstOrDefault(file => file.RowsRead != file.RowsAccepted + file.RowsRejected) is { } file)
            {
                return $"{file.Table}: {file.RowsRead} rows read, {file.RowsAccepted} accepted, {file.RowsRejected} rejected";
            }

            var written = sink.Counts.Values.Sum();
            var accepted = result.Files.Sum(static one => one.RowsAccepted);
            if (written > accepted)
            {
                return $"{written} rows written, {accepted} accepted";
            }
        }
        catch (PackageRefusedException refused)
        {
            if (DiagnosticCatalogue.Find(refused.Code) is null || (isSecretHidden && refused.Message.Contains(FuzzSeeds.Secret, StringComparison.Ordinal)))
            {
                return $"refused with {refused.Code}, which is not known or tells a cell";
            }
        }

        if (Changes.Count == 0 && conformance == Conformance.Lenient && findings.All.Find(static finding => finding.Severity >= Severity.Error) is { } first)
        {
            return $"the sound package has {first.Code} in {first.File}, row {first.Row}";
        }

        if (findings.All.Find(static finding => DiagnosticCatalogue.Find(finding.Code) is null) is { } unknown)
        {
            return $"the code {unknown.Code} is not in the catalogue";
        }

        return isSecretHidden && findings.All.Exists(static finding => finding.ToString().Contains(FuzzSeeds.Secret, StringComparison.Ordinal))
            ? "a finding tells a cell"
            : null;
    }
}
