namespace ClosingGap.LocalRuntime.State;

/// <summary>How far a blob has come with one function.</summary>
internal enum ReceiptState
{
    /// <summary>Tried, and to be tried again.</summary>
    Open = 0,

    /// <summary>Run to its end.</summary>
    Done = 1,

    /// <summary>Given up; a message lies in the poison queue.</summary>
    Poisoned = 2,
}
