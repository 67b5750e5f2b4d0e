namespace ClosingGap.Ingest.Profiles.Init;

/// <summary>How sure a guess is.</summary>
public enum Confidence
{
    /// <summary>Nothing of what the file's name says, only its columns; or much is missing.</summary>
    Low,

    /// <summary>Name and columns agree, but something that is required was not found.</summary>
    Medium,

    /// <summary>Name and columns agree, and everything that is required was found.</summary>
    High,
}
