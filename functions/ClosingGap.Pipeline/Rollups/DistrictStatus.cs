namespace ClosingGap.Pipeline.Rollups;

/// <summary>How a district takes part in a rollup.</summary>
public enum DistrictStatus
{
    /// <summary>With figures of the last days.</summary>
    Current,

    /// <summary>With older figures: its as-of date is further back than the limit.</summary>
    Late,

    /// <summary>With the figures published last: its newest drop failed or was rejected.</summary>
    Failed,

    /// <summary>Not: nothing is published, or nothing for the state yet.</summary>
    Missing,

    /// <summary>Not: its contribution could not be read.</summary>
    Unreadable,
}
