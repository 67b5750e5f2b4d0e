using ClosingGap.Ingest.Packages;

namespace ClosingGap.Ingest.Profiles.Init;

/// <summary>Looks at an unknown export and drafts a first profile for it.</summary>
public static class ProfileInit
{
    /// <summary>Drafts a profile.</summary>
    /// <param name="package">The export: CSV files in any folders.</param>
    /// <param name="name">The profile's name: lower-case letters, digits and hyphens.</param>
    /// <param name="options">How far is looked; null for the defaults.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    /// <exception cref="PackageRefusedException">A file of the package turned out broken or too large while it was read.</exception>
    public static async Task<ProfileDraft> DraftAsync(IPackage package, string name, InitOptions? options, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(package);
        var limits = (options ?? new InitOptions()).Validated();
        var sketches = await SketchReader.ReadAsync(package, limits, cancellationToken).ConfigureAwait(false);
        if (KnownLayouts.Find(sketches) is var (profile, layout))
        {
            return new ProfileDraft($"This is {layout}: the profile {profile} fits.", profile, null, [.. sketches.Select(file => Unused(file, file.Fault))]);
        }

        var (matches, setAside) = TableGuesser.Guess(sketches);
        var drafter = new SourceDrafter(matches, limits);
        var sources = matches.Concat(SecondTables.Of(matches)).Select(drafter.Draft).OfType<DraftSource>()
            .OrderBy(source => source.File, StringComparer.Ordinal).ThenBy(source => source.Table, StringComparer.Ordinal).ToArray();
        var files = sketches.Select(file => Describe(file, sources, matches, setAside)).ToArray();
        return sources.Length == 0
            ? new ProfileDraft("No file was recognised: give the folder or zip with the CSV files of the export.", null, null, files)
            : new ProfileDraft("A draft was made: check it, then validate the export with it.", null, new DraftWriter().Write(name, sources, files), files);
    }

    private static DraftFile Describe(
        FileSketch file, IReadOnlyList<DraftSource> sources, IReadOnlyList<TableMatch> matches, IReadOnlyDictionary<string, string> setAside) =>
        matches.FirstOrDefault(match => match.File == file) is { } match && sources.FirstOrDefault(source => source.File == file.File && source.Table == match.Table) is { } own
            ? new DraftFile(file.File, file.Rows, own.Table, own.Confidence, own.Missing.Count > 0 ? $"no column found for {string.Join(", ", own.Missing)}" : null)
            : Unused(file, file.Fault ?? setAside.GetValueOrDefault(file.File) ?? "no table fits its name and columns, or it has no id");

    private static DraftFile Unused(FileSketch file, string? note) => new(file.File, file.Rows, null, Confidence.Low, note);
}
