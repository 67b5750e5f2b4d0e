namespace ClosingGap.Ingest.Validation.Semantics;

/// <summary>Tokens that a district adds to an enumeration of the standard. What they mean is not known, so no rule speaks against them.</summary>
internal static class ExtensionToken
{
    private const string Prefix = "ext:";

    /// <summary>True for <c>ext:</c> and at least one character more.</summary>
    public static bool Is(string token) => token.Length > Prefix.Length && token.StartsWith(Prefix, StringComparison.Ordinal);
}
