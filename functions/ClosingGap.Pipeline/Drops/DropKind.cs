namespace ClosingGap.Pipeline.Drops;

/// <summary>What set a run off.</summary>
public enum DropKind
{
    /// <summary>A zip or a folder in the container of drops.</summary>
    Drop,

    /// <summary>A person asked to make everything again from the raw drops.</summary>
    Rebuild,
}
