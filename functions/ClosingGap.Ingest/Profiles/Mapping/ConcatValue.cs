namespace ClosingGap.Ingest.Profiles.Mapping;

/// <summary>Several values in one, e.g. a composite key.</summary>
/// <param name="Of">The parts.</param>
/// <param name="Separator">Stands between two parts.</param>
/// <param name="SkipBlank">True: blank parts are left out; false: one blank part makes the whole blank, as a key wants it.</param>
public sealed record ConcatValue(IReadOnlyList<ValueMapping> Of, string Separator, bool SkipBlank) : ValueMapping;
