namespace ClosingGap.Pipeline.Releases;

/// <summary>Where a release stands.</summary>
public enum ReleaseState
{
    /// <summary>Its figures are protected and its files written; readers do not see it yet.</summary>
    Preparing,

    /// <summary>It was published.</summary>
    Released,

    /// <summary>It could not be made; what was published before still is.</summary>
    Failed,
}
