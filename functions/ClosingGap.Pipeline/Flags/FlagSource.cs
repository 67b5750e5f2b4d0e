namespace ClosingGap.Pipeline.Flags;

/// <summary>Where a figure's rows came from.</summary>
/// <param name="Table">The canonical table.</param>
/// <param name="File">The file of the newest published drop that fed it.</param>
/// <param name="DropId">That drop; its report names rows.</param>
public sealed record FlagSource(string Table, string File, string DropId);
