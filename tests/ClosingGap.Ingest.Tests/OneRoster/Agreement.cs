namespace ClosingGap.Ingest.Tests.OneRoster;

/// <summary>A verdict of the other implementation beside ours.</summary>
/// <param name="Asked">The question and its answer.</param>
/// <param name="IsOk">Our verdict.</param>
/// <param name="Codes">Our codes, each once, in ordinal order.</param>
internal sealed record Agreement(AgreementCase Asked, bool IsOk, IReadOnlyList<string> Codes)
{
    public bool HasSameVerdict => IsOk == Asked.IsOk;

    public IReadOnlyList<string> OnlyTheirs => [.. Asked.Codes.Except(Codes, StringComparer.Ordinal)];

    public IReadOnlyList<string> OnlyOurs => Asked.IsComplete ? [.. Codes.Except(Asked.Codes, StringComparer.Ordinal)] : [];

    public bool HasSameCodes => OnlyTheirs.Count == 0 && OnlyOurs.Count == 0;
}
