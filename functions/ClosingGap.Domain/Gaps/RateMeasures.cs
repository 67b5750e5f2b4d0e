using ClosingGap.Domain.Indicators;
using ClosingGap.Domain.Milestones;

namespace ClosingGap.Domain.Gaps;

/// <summary>The rates that are counted of each student, in ordinal order, and how a student stands on each.</summary>
internal sealed class RateMeasures
{
    private const sbyte Not = 0;
    private const sbyte Yes = 1;
    private const sbyte NotJudged = -1;
    private readonly string[] _milestones;
    private readonly int[] _milestoneAt;
    private readonly int[] _anyAt;
    private readonly int _chronicAt;

    private RateMeasures(string[] milestones, Func<MeasuredIndicator, bool> tellsAny)
    {
        _milestones = milestones;
        var any = MeasuredIndicator.All.Select(indicator => tellsAny(indicator) ? indicator.AnyId : null).ToArray();
        Ids = [.. milestones.Select(id => GapMeasure.MilestonePrefix + id).Concat(any.OfType<string>()).Append(GapMeasure.Chronic).Order(StringComparer.Ordinal)];
        _milestoneAt = [.. milestones.Select(id => Ids.IndexOf(GapMeasure.MilestonePrefix + id))];
        _anyAt = [.. any.Select(id => id is null ? -1 : Ids.IndexOf(id))];
        _chronicAt = Ids.IndexOf(GapMeasure.Chronic);
    }

    /// <summary>The measures.</summary>
    public List<string> Ids { get; }

    /// <summary>Those of these milestones.</summary>
    public static RateMeasures Of(IReadOnlyList<Verdict> verdicts) =>
        new([.. verdicts.Select(verdict => verdict.MilestoneId)], indicator => indicator.AnyId is not null);

    /// <summary>Those of these milestones that a student's past tells: of indicators only two.</summary>
    public static RateMeasures OfPast(IEnumerable<string> milestones) => new(
        [.. milestones.Distinct(StringComparer.Ordinal)], indicator => indicator.Id is IndicatorIds.CourseFailures or IndicatorIds.SuspensionDays);

    /// <summary>Whether these are the measures of those verdicts.</summary>
    public bool Fit(IReadOnlyList<Verdict> verdicts)
    {
        var fit = verdicts.Count == _milestones.Length;
        for (var i = 0; fit && i < verdicts.Count; i++)
        {
            fit = string.Equals(verdicts[i].MilestoneId, _milestones[i], StringComparison.Ordinal);
        }

        return fit;
    }

    /// <summary>1: the rate counts the student; 0: it does not; −1: the student was not judged.</summary>
    public sbyte[] Outcomes(Func<string, VerdictStatus> statusOf, AttendanceBand band, Func<int, bool?> hasAny)
    {
        var outcomes = new sbyte[Ids.Count];
        for (var i = 0; i < _milestones.Length; i++)
        {
            outcomes[_milestoneAt[i]] = Outcome(statusOf(_milestones[i]));
        }

        for (var place = 0; place < _anyAt.Length; place++)
        {
            if (_anyAt[place] >= 0)
            {
                outcomes[_anyAt[place]] = hasAny(place) switch { null => NotJudged, true => Yes, false => Not };
            }
        }

        outcomes[_chronicAt] = band switch { AttendanceBand.NotMeasured => NotJudged, AttendanceBand.Chronic => Yes, _ => Not };
        return outcomes;
    }

    private static sbyte Outcome(VerdictStatus status) => status switch
    {
        VerdictStatus.Met or VerdictStatus.OnTrack => Yes,
        VerdictStatus.AtRisk or VerdictStatus.OffTrack => Not,
        _ => NotJudged,
    };
}
