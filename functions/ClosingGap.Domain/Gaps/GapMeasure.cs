namespace ClosingGap.Domain.Gaps;

/// <summary>One thing by which groups are compared.</summary>
/// <param name="Id">Its stable name: <c>milestone.chronic-absence</c>, <c>attendance.chronic</c>, <c>course.failures.any</c>, <c>gpa.unweighted</c>.</param>
/// <param name="Kind">A share of students, or a mean.</param>
/// <param name="Adverse">True where more is worse: then a difference below 0 says that the focal group is behind.</param>
/// <param name="Unit">The unit of a mean; null for a share.</param>
public sealed record GapMeasure(string Id, MeasureKind Kind, bool Adverse, MeasureUnit? Unit)
{
    /// <summary>Begins the names of rates 'met or on track' among those judged.</summary>
    public const string MilestonePrefix = "milestone.";

    /// <summary>Begins the names of performance levels on tests of a subject.</summary>
    public const string LevelsPrefix = "assessment.levels.";

    /// <summary>Students chronically absent among those measured.</summary>
    public const string Chronic = "attendance.chronic";

    /// <summary>The measures of figures: milestones by id, then chronic absence, then indicators, each with its "any" first, then levels on tests by subject.</summary>
    public static IReadOnlyList<GapMeasure> Of(GapFigures figures)
    {
        ArgumentNullException.ThrowIfNull(figures);
        var measures = new List<GapMeasure>();
        measures.AddRange(figures.Milestones.Keys.Select(id => new GapMeasure(MilestonePrefix + id, MeasureKind.Rate, false, null)));
        measures.Add(new GapMeasure(Chronic, MeasureKind.Rate, true, null));
        for (var place = 0; place < MeasuredIndicator.All.Count; place++)
        {
            var indicator = MeasuredIndicator.All[place];
            if (figures.Indicators[place].Count == 0)
            {
                continue;
            }

            if (indicator.AnyId is { } any)
            {
                measures.Add(new GapMeasure(any, MeasureKind.Rate, true, null));
            }

            measures.Add(new GapMeasure(indicator.Id, MeasureKind.Mean, indicator.IsAdverse, indicator.Unit));
        }

        measures.AddRange((figures.Levels?.Keys ?? Enumerable.Empty<string>()).Select(subject => new GapMeasure(LevelsPrefix + subject, MeasureKind.Levels, false, null)));
        return measures;
    }
}
