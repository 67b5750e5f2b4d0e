using ClosingGap.Domain.Summaries;

namespace ClosingGap.Pipeline.Publishing;

/// <summary>The figures of a school.</summary>
/// <param name="District">The district.</param>
/// <param name="School">The school's id.</param>
/// <param name="Name">Its name.</param>
/// <param name="Version">The version.</param>
/// <param name="AsOf">The as-of date.</param>
/// <param name="SchoolYear">The school year of the data (the ending year).</param>
/// <param name="InstructionalDays">Instructional days of the school up to the as-of date.</param>
/// <param name="CaseloadPages">How many pages its caseload has.</param>
/// <param name="Figures">The counts.</param>
public sealed record SchoolSummary(
    string District,
    string School,
    string Name,
    long Version,
    DateOnly AsOf,
    int SchoolYear,
    int InstructionalDays,
    int CaseloadPages,
    Tally Figures);
