namespace ClosingGap.Cli.Service;

/// <summary>A group of an organisation in a measure.</summary>
internal sealed record MeasuredGroup(string Group, MeasuredValue Students, MeasuredValue Percent);
