namespace ClosingGap.Pipeline.Publishing;

/// <summary>A page of a school's caseload: the students enrolled on the as-of date, those in most need first.</summary>
/// <param name="District">The district.</param>
/// <param name="School">The school.</param>
/// <param name="Version">The version.</param>
/// <param name="AsOf">The as-of date.</param>
/// <param name="Page">The page, from 1.</param>
/// <param name="Pages">How many pages there are.</param>
/// <param name="Total">How many students there are.</param>
/// <param name="Students">The students of this page.</param>
public sealed record CaseloadPage(
    string District, string School, long Version, DateOnly AsOf, int Page, int Pages, int Total, IReadOnlyList<CaseloadEntry> Students);
