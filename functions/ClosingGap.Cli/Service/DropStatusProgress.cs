namespace ClosingGap.Cli.Service;

/// <summary>How far the present step of a drop is; a total of 0 is unknown.</summary>
internal sealed record DropStatusProgress(string Step, long Done, long Total);
