using ClosingGap.Domain.Roster;

namespace ClosingGap.Domain.Indicators;

/// <summary>Counts the marks of a period over all subjects, and notes those that fail.</summary>
internal struct FailedMarks(SchoolYearContext context)
{
    private MarkTally _tally;
    private List<FactItem>? _items;

    public void Add(in PeriodGrade mark, bool failed)
    {
        _tally.Add(failed, null, null);
        if (failed)
        {
            (_items ??= []).Add(new FactItem(
                null, mark.ClassSourcedId, null, context.Classes.TryGetValue(mark.ClassSourcedId, out var info) ? FactItem.Cut(info.Title) : null,
                mark.NumericHundredths, FactItem.Cut(mark.Letter)));
        }
    }

    /// <summary><c>course.failures</c>, with the first failed marks in an order of their own: rows may come in any.</summary>
    public readonly Fact ToFact(PeriodFacts facts)
    {
        var fact = facts.Failures(IndicatorIds.CourseFailures, _tally);
        if (_items is null)
        {
            return fact;
        }

        _items.Sort(static (one, other) => string.CompareOrdinal(one.ClassSourcedId, other.ClassSourcedId));
        return fact with { Items = _items.Count > FactItem.Most ? _items[..FactItem.Most] : _items };
    }
}
