namespace ClosingGap.Pipeline.Districts;

/// <summary>What a state says of its milestones, as it sent it.</summary>
/// <param name="State">Two capital letters.</param>
/// <param name="Version">Counts the changes, from 1.</param>
/// <param name="Yaml">The text.</param>
public sealed record StateMilestonesDocument(string State, int Version, string Yaml);
