namespace ClosingGap.Domain.Roster;

/// <summary>By what groups compare. No verdict reads it.</summary>
/// <param name="Sex">Sex as recorded.</param>
/// <param name="Races">All races marked.</param>
/// <param name="HispanicOrLatino">Whether Hispanic or Latino of any race.</param>
public sealed record Demographics(Sex Sex, RaceFlags Races, bool HispanicOrLatino);
