namespace ClosingGap.Ingest.Profiles;

/// <summary>How deviations from the file standards are judged.</summary>
public enum Conformance
{
    /// <summary>Every deviation is an error.</summary>
    Strict,

    /// <summary>A deviation that changes no meaning is a warning.</summary>
    Lenient,
}
