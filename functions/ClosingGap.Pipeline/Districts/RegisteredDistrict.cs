namespace ClosingGap.Pipeline.Districts;

/// <summary>A line in the list of districts.</summary>
public sealed record RegisteredDistrict(string District, string Name);
