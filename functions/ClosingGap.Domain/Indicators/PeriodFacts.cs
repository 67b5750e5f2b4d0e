using ClosingGap.Domain.Roster;
using ClosingGap.Domain.Settings;

namespace ClosingGap.Domain.Indicators;

/// <summary>Makes facts of the marks of a student's latest grading period.</summary>
internal sealed class PeriodFacts
{
    private readonly SchoolYearContext _context;
    private readonly bool _holds;
    private readonly LatestMarks? _latest;
    private readonly EvidenceItem[] _window;
    private readonly EvidenceItem[] _evidence;

    public PeriodFacts(LearningRecord record, SchoolYearContext context, GradeSettings settings)
    {
        _context = context;
        _holds = context.Holds(SnapshotTables.GradingPeriodGrades);
        _latest = _holds ? LatestMarks.Of(record, context, settings) : null;
        _window = _latest is null
            ? []
            : [new(CourseFailureIndicator.PeriodBegin, null, _latest.Begin), new(CourseFailureIndicator.PeriodEnd, null, _latest.End)];
        _evidence = HasNumberAlone()
            ? [.. _window, new(CourseFailureIndicator.PassMarkHundredths, settings.PassMarkHundredths)]
            : _window;
    }

    /// <summary>The marks; none where there is no period.</summary>
    public IReadOnlyList<PeriodGrade> Marks => _latest?.Marks ?? [];

    public Fact Failures(string id, in MarkTally tally) => Make(id, tally.Failed, tally.Count, FactUnit.Courses, tally.Count > 0, _evidence);

    public Fact Mean(string id, in MarkTally tally) => Make(id, tally.SumHundredths, tally.Numbers, FactUnit.MarkHundredths, tally.Numbers > 0, _window);

    public Fact Lowest(string id, in MarkTally tally) => Make(id, tally.LowestPoints ?? 0, 0, FactUnit.MarkHundredths, tally.LowestPoints is not null, _window);

    /// <summary>Whether the pass mark decided for any of the marks.</summary>
    private bool HasNumberAlone()
    {
        foreach (var mark in Marks)
        {
            if (string.IsNullOrWhiteSpace(mark.Letter))
            {
                return true;
            }
        }

        return false;
    }

    private Fact Make(string id, long numerator, long denominator, FactUnit unit, bool isMeasured, IReadOnlyList<EvidenceItem> evidence)
    {
        if (_latest is null || !isMeasured)
        {
            return new Fact(
                id, null, 0, 0, unit, _context.FirstDay, _context.AsOf, _context.AsOf, _holds ? MissingEvidence.Rows : MissingEvidence.Table, []);
        }

        var to = _latest.End < _context.AsOf ? _latest.End : _context.AsOf;
        return new Fact(id, null, numerator, denominator, unit, _latest.Begin, to, _context.AsOf, MissingEvidence.None, evidence);
    }
}
