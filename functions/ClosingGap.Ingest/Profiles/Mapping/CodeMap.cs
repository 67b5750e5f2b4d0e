namespace ClosingGap.Ingest.Profiles.Mapping;

/// <summary>A map from a district's codes to canonical ones. A blank cell stays blank.</summary>
/// <param name="Codes">From a district's code, compared ordinally, to the canonical code.</param>
/// <param name="OnUnknown">What happens to a code that is not in the map.</param>
/// <param name="Default">The canonical code for <see cref="UnknownCode.Default"/>.</param>
public sealed record CodeMap(IReadOnlyDictionary<string, string> Codes, UnknownCode OnUnknown, string? Default);
