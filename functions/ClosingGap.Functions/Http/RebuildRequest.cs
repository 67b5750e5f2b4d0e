namespace ClosingGap.Functions.Http;

/// <summary>Asks for a rebuild.</summary>
/// <param name="By">Who asks; kept with the drop.</param>
public sealed record RebuildRequest(string? By = null);
