namespace ClosingGap.Pipeline.Contributing;

/// <summary>What a district's contribution to its state holds; written after the lines.</summary>
/// <param name="District">The district.</param>
/// <param name="Version">The version.</param>
/// <param name="AsOf">The as-of date of its verdicts.</param>
/// <param name="SchoolYear">The school year of the data (the ending year).</param>
/// <param name="IsDeduplicated">True when the district gives state ids, so that a student of two districts is found.</param>
/// <param name="Rows">How many lines there are.</param>
/// <param name="WithoutStateId">Lines of students without a state id where the district gives them.</param>
/// <param name="Measures">The measures, in the order of the outcomes of each line.</param>
/// <param name="Schools">By id: the name of each school.</param>
public sealed record ContributionIndex(
    string District,
    long Version,
    DateOnly AsOf,
    int SchoolYear,
    bool IsDeduplicated,
    long Rows,
    long WithoutStateId,
    IReadOnlyList<ContributionMeasure> Measures,
    SortedDictionary<string, string> Schools);
