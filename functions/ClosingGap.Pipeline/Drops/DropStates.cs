namespace ClosingGap.Pipeline.Drops;

/// <summary>What a state allows.</summary>
public static class DropStates
{
    /// <summary>True when nothing happens any more without a person: Published, Rejected, Discarded, Superseded, Failed.</summary>
    public static bool IsFinal(this DropState state) =>
        state is DropState.Published or DropState.Rejected or DropState.Discarded or DropState.Superseded or DropState.Failed;

    /// <summary>True when the state has a receipt: a final one, or Held.</summary>
    public static bool HasReceipt(this DropState state) => state.IsFinal() || state == DropState.Held;

    /// <summary>True when the drop waits for a person or for another drop: no orchestration is then expected to live.</summary>
    public static bool IsWaiting(this DropState state) => state is DropState.Held or DropState.Queued;
}
