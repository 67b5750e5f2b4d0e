using ClosingGap.Domain.Milestones;
using ClosingGap.Domain.Verdicts;

namespace ClosingGap.Domain.Tests.Milestones;

public sealed class SinceTests
{
    [Fact]
    public void NightAfterNight_SinceIsTheDateOfTheLastChange()
    {
        // Absent on days 11 to 13: on track until day 10, then chronic until 3 of 31 days.
        var record = Given.Member(Given.AbsentOn([11, 12, 13]));
        var previous = PreviousVerdicts.Empty;
        var seen = new List<(int Day, VerdictStatus Status, DateOnly Since)>();
        for (var day = 9; day <= 62; day++)
        {
            var verdict = Given.Verdict(Given.Assess(record, Given.Year(day, 180), previous: previous), Given.ChronicAbsence);
            seen.Add((day, verdict.Status, verdict.Since));
            previous = new PreviousVerdicts(new Dictionary<string, PreviousVerdict>(StringComparer.Ordinal) { [verdict.MilestoneId] = new(verdict.Status, verdict.Since) });
        }

        // 3 of 30 days is exactly 10 %, 3 of 60 exactly 5 %.
        var changes = seen.Where((s, i) => i == 0 || s.Status != seen[i - 1].Status).ToList();
        Assert.Equal(
            [(9, VerdictStatus.NotEnoughData), (10, VerdictStatus.OnTrack), (11, VerdictStatus.AtRisk), (12, VerdictStatus.OffTrack), (31, VerdictStatus.AtRisk), (61, VerdictStatus.OnTrack)],
            changes.Select(c => (c.Day, c.Status)));
        foreach (var (day, status, since) in seen)
        {
            Assert.Equal(Given.Day(changes.Last(c => c.Day <= day).Day), since);
            Assert.Equal(changes.Last(c => c.Day <= day).Status, status);
        }
    }

    [Fact]
    public void SinceAfterAsOf_IsAsOf()
    {
        var previous = new PreviousVerdict(VerdictStatus.OnTrack, Given.Day(90));

        Assert.Equal(Given.Day(50), MilestoneEvaluator.Since(VerdictStatus.OnTrack, Given.Day(50), previous));
    }
}
