namespace ClosingGap.Cli.Service;

/// <summary>An organisation in a measure.</summary>
internal sealed record MeasuredOrganisation(string Level, string? District, string? School, string Name, IReadOnlyList<MeasuredGroup> Values);
