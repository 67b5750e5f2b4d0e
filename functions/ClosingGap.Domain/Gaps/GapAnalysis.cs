using System.Globalization;
using ClosingGap.Domain.Groups;
using ClosingGap.Domain.Statistics;

namespace ClosingGap.Domain.Gaps;

/// <summary>Compares the groups of a dimension on each measure.</summary>
/// <param name="figures">The groups.</param>
/// <param name="stateOthers">By group and measure: all other students of the state, for the alternate risk ratio; null where they are not known.</param>
public sealed class GapAnalysis(DimensionFigures figures, Func<string, string, Rate?>? stateOthers = null)
{
    private const double SameMix = 0.000_001;

    private readonly RiskRatioMinimums _minimums = new() { CellSize = figures.Settings.MinimumCell, GroupSize = figures.Settings.MinimumGroup };
    private readonly (string Name, GapFigures Figures)? _reference =
        figures.Dimension.Reference is { } name && figures.Groups.TryGetValue(name, out var found) ? (name, found) : null;

    /// <summary>All measures that the district has, without the single months.</summary>
    public IReadOnlyList<MeasureGaps> All() => [.. GapMeasure.Of(figures.All).Select(measure => Of(measure, false))];

    /// <summary>One measure by its name, with the single months; null when the district has none of that name.</summary>
    public MeasureGaps? Find(string measure) =>
        GapMeasure.Of(figures.All).FirstOrDefault(known => string.Equals(known.Id, measure, StringComparison.Ordinal)) is { } found ? Of(found, true) : null;

    private MeasureGaps Of(GapMeasure measure, bool withPoints) => new(measure, [.. figures.Groups.Select(group => measure.Kind switch
    {
        MeasureKind.Rate => OfRate(measure, group.Key, group.Value, withPoints),
        MeasureKind.Mean => OfMean(measure, group.Key, group.Value),
        _ => OfLevels(measure, group.Key, group.Value),
    })]);

    /// <summary>V has no interval here, so that no word is said of it.</summary>
    private GroupGap OfLevels(GapMeasure measure, string group, GapFigures focal)
    {
        var (levels, gap) = (focal.LevelsOf(measure.Id), new GroupGap(group, GapSide.Of(focal.LevelsOf(measure.Id))));
        if (ReferenceFor(group) is not { } reference)
        {
            return gap;
        }

        var compared = reference.Figures.LevelsOf(measure.Id);
        return gap with
        {
            Reference = GapSide.Of(compared),
            V = compared is null || levels is null || compared.Length != levels.Length ? null : VGap.Between(compared, levels),
            Reliable = IsReliable(compared?.Sum() ?? 0, levels?.Sum() ?? 0),
        };
    }

    private GroupGap OfRate(GapMeasure measure, string group, GapFigures focal, bool withPoints)
    {
        var rate = focal.RateOf(measure.Id);
        var gap = new GroupGap(group, GapSide.Of(rate));
        if (measure.Adverse && !GroupDimensions.IsUnknown(group))
        {
            var all = figures.All.RateOf(measure.Id);
            var composition = CompositionIndex.Of(new Rate(rate.Count, all.Count), new Rate(focal.Students, figures.All.Students));
            gap = gap with
            {
                RiskRatio = GapRiskRatio.Of(rate, all, stateOthers?.Invoke(group, measure.Id), _minimums),
                CompositionIndex = composition is { } index ? GapInterval.Round(index) : null,
            };
        }

        if (ReferenceFor(group) is not { } reference)
        {
            return gap;
        }

        var compared = reference.Figures.RateOf(measure.Id);
        var difference = RateGap.Newcombe(compared, rate);
        List<RatePair> pairs = [.. Pairs(measure.Id, reference.Name, group)];
        var minimum = figures.Settings.MinimumStudents;
        var isReliable = IsReliable(compared.Of, rate.Of);
        var saysWords = isReliable && figures.Dimension.IsPartition;
        return gap with
        {
            Reference = GapSide.Of(compared),
            Difference = GapInterval.From(difference),
            V = focal.LevelsOf(measure.Id) is { } levels ? VGap.Between(reference.Figures.LevelsOf(measure.Id)!, levels) : null,
            GradeStandardized = Standardized(measure.Id, reference.Name, group, compared.Of + rate.Of),
            Reliable = isReliable,
            Standing = saysWords ? StandingOf(difference, measure.Adverse) : null,
            Trend = Said(GapTrends.Of([.. pairs.Where(pair => pair.On >= figures.YearBegins)], measure.Adverse, minimum, withPoints)),
            YearTrend = Said(GapTrends.Of(SameMonth(pairs), measure.Adverse, minimum, withPoints)),
        };
    }

    private GroupGap OfMean(GapMeasure measure, string group, GapFigures focal)
    {
        var sample = focal.Indicators.Of(measure.Id).ToSample();
        var gap = new GroupGap(group, GapSide.Of(sample));
        if (ReferenceFor(group) is not { } reference)
        {
            return gap;
        }

        var compared = reference.Figures.Indicators.Of(measure.Id).ToSample();
        var effect = MeanDifference.Between(compared, sample)?.HedgesG;
        var isReliable = IsReliable(compared.Count, sample.Count);
        return gap with
        {
            Reference = GapSide.Of(compared),
            MeanDifference = compared.Count == 0 || sample.Count == 0 ? null : GapInterval.Round(compared.Mean - sample.Mean),
            EffectSize = GapInterval.From(effect),
            Reliable = isReliable,
            Standing = isReliable && figures.Dimension.IsPartition ? StandingOf(effect, measure.Adverse) : null,
        };
    }

    /// <summary>With which group that one is compared: not the reference with itself, and nobody whose group is not known.</summary>
    private (string Name, GapFigures Figures)? ReferenceFor(string group) =>
        _reference is { } reference && !string.Equals(reference.Name, group, StringComparison.Ordinal) && !GroupDimensions.IsUnknown(group) ? reference : null;

    /// <summary>Where groups overlap, students stand on both sides, and the interval, which takes the sides for independent, carries no word.</summary>
    private GapTrend? Said(GapTrend? trend) => figures.Dimension.IsPartition ? trend : trend is null ? null : trend with { Word = null };

    private bool IsReliable(long reference, long focal) => Math.Min(reference, focal) >= figures.Settings.MinimumStudents;

    private static GapStanding? StandingOf(Interval? difference, bool isAdverse) =>
        difference is not { } known ? null
        : GapInterval.Published(known).Covers(0) ? GapStanding.NoClearDifference
        : known.Estimate > 0 != isAdverse ? GapStanding.FocalBehind : GapStanding.ReferenceBehind;

    private IEnumerable<RatePair> Pairs(string measure, string reference, string focal)
    {
        if (!figures.Months.Groups.TryGetValue(focal, out var rows))
        {
            yield break;
        }

        foreach (var month in rows.Keys)
        {
            if (figures.Months.Find(reference, month, measure) is { } one && figures.Months.Find(focal, month, measure) is { } other)
            {
                yield return new RatePair(DateOnly.ParseExact(month, "yyyy-MM-dd", CultureInfo.InvariantCulture), one, other);
            }
        }
    }

    /// <summary>The last month of this school year and the same month of those before.</summary>
    private List<RatePair> SameMonth(List<RatePair> pairs) =>
        pairs.Count == 0 || pairs[^1].On < figures.YearBegins ? [] : [.. pairs.Where(pair => pair.On.Month == pairs[^1].On.Month)];

    /// <summary>Null where the two groups have the same mix of grades, or no grade in common.</summary>
    private StandardizedFigure? Standardized(string measure, string reference, string focal, long students)
    {
        var grades = new SortedSet<string>(StringComparer.Ordinal);
        grades.UnionWith(figures.Grades.Groups.TryGetValue(reference, out var ofReference) ? ofReference.Keys : []);
        grades.UnionWith(figures.Grades.Groups.TryGetValue(focal, out var ofFocal) ? ofFocal.Keys : []);
        List<Stratum> strata =
            [.. grades.Select(grade => new Stratum(figures.Grades.Find(reference, grade, measure) ?? default, figures.Grades.Find(focal, grade, measure) ?? default))];
        double all1 = strata.Sum(stratum => stratum.Reference.Of), all2 = strata.Sum(stratum => stratum.Focal.Of);
        return all1 == 0 || all2 == 0 || strata.All(stratum => Math.Abs((stratum.Reference.Of / all1) - (stratum.Focal.Of / all2)) < SameMix)
            || StandardizedGap.Of(strata) is not { } gap
            ? null
            : new StandardizedFigure(GapInterval.From(gap.Difference)!, gap.Strata, students - gap.Students);
    }
}
