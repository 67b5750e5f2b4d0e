namespace ClosingGap.LocalRuntime.Durable;

/// <summary>What is done with an instance whose version is newer than the process's.</summary>
internal enum VersionFailureStrategy
{
    /// <summary>It is left as it is, for a process of that version.</summary>
    Reject,

    /// <summary>It is failed.</summary>
    Fail,
}
