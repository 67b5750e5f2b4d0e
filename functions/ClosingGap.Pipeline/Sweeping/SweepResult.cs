namespace ClosingGap.Pipeline.Sweeping;

/// <summary>What a sweep did.</summary>
/// <param name="Received">Announcing blobs looked at for the first time by this process.</param>
/// <param name="Restarted">Drops whose orchestration had died.</param>
/// <param name="Discarded">Held drops whose time to decide was over.</param>
/// <param name="Repaired">Index documents and lanes put right.</param>
/// <param name="Delivered">Receipts that a webhook took.</param>
public sealed record SweepResult(int Received, int Restarted, int Discarded, int Repaired, int Delivered = 0);
