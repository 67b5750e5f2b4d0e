namespace ClosingGap.Cli.Service;

/// <summary>The drop under which something was started.</summary>
internal sealed record Started(string DropId);
