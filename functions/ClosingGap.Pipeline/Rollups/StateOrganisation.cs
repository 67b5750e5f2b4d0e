namespace ClosingGap.Pipeline.Rollups;

/// <summary>An organisation of a state's table.</summary>
/// <param name="Level">The state, a district or a school.</param>
/// <param name="District">The district; null for the state.</param>
/// <param name="School">The school's id in its district; null for the others.</param>
/// <param name="Name">The name.</param>
public sealed record StateOrganisation(OrganisationLevel Level, string? District, string? School, string Name);
