namespace ClosingGap.Pipeline.Releases;

/// <summary>Why something was released.</summary>
public enum ReleaseKind
{
    /// <summary>A day of the calendar had come.</summary>
    Scheduled,

    /// <summary>A person corrects what was released before.</summary>
    Correction,
}
