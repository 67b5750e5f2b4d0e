namespace ClosingGap.Pipeline.Rollups;

/// <summary>What an organisation is.</summary>
public enum OrganisationLevel
{
    State,
    District,
    School,
}
