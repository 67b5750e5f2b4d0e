using ClosingGap.Domain.Lms;

namespace ClosingGap.Domain.Indicators.Lms;

/// <summary>
/// Missing work: assignments missing of assignments due. Late work: assignments handed in late of assignments handed in. What is due,
/// missing and late: see <see cref="ExpectedWork"/>. Without any work due there is nothing to measure, which is not "none missing".
/// </summary>
public static class LmsWorkIndicator
{
    public const string Excused = "excused";
    public const string Due = "due";

    private const LmsTables Needed = LmsTables.Assignments | LmsTables.SectionAssociations | LmsTables.Submissions;

    /// <summary>Measures one student: missing work, then late work.</summary>
    public static IReadOnlyList<Fact> Measure(LmsRecord? record, LmsYear year)
    {
        ArgumentNullException.ThrowIfNull(year);
        if (LmsFact.Without(record, year, Needed, IndicatorIds.LmsMissingWork, FactUnit.Assignments) is { } without)
        {
            return [without, without with { Indicator = IndicatorIds.LmsLateWork }];
        }

        var (missing, late) = (new List<DueWork>(), new List<DueWork>());
        long due = 0, excused = 0;
        foreach (var work in ExpectedWork.Of(record!, year))
        {
            excused += work.State == WorkState.Excused ? 1 : 0;
            due += work.Counts ? 1 : 0;
            if (work.State is WorkState.Missing or WorkState.Late)
            {
                (work.State == WorkState.Missing ? missing : late).Add(work);
            }
        }

        var handedIn = due - missing.Count;
        return
        [
            LmsFact.Of(
                year, IndicatorIds.LmsMissingWork, FactUnit.Assignments, missing.Count, due, due == 0 ? MissingEvidence.Rows : MissingEvidence.None,
                [new(Excused, excused)], Newest(missing, year)),
            LmsFact.Of(
                year, IndicatorIds.LmsLateWork, FactUnit.Assignments, late.Count, handedIn, handedIn == 0 ? MissingEvidence.Rows : MissingEvidence.None,
                [new(Due, due)], Newest(late, year)),
        ];
    }

    private static List<FactItem> Newest(List<DueWork> work, LmsYear year) =>
    [
        .. work.OrderByDescending(one => one.Assignment.Due).ThenBy(one => one.Assignment.SourcedId, StringComparer.Ordinal).Take(FactItem.Most)
            .Select(one => LmsFact.ItemOf(year, one.SectionSourcedId) with
            {
                Date = DateOnly.FromDateTime(one.Assignment.Due!.Value),
                Title = FactItem.Cut(one.Assignment.Title),
                Number = one.SubmittedAt is { } at ? Math.Max(0, (at.Date - one.Assignment.Due.Value.Date).Days) : null,
            }),
    ];
}
