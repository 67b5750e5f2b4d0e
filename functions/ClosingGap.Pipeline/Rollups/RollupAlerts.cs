using System.Globalization;

namespace ClosingGap.Pipeline.Rollups;

/// <summary>The numbers of a rollup, and what somebody should look at before it is released.</summary>
internal static class RollupAlerts
{
    public static RollupCounts Count(IReadOnlyList<RollupInput> inputs, Duplicates duplicates, long students) => new()
    {
        Districts = inputs.Count,
        Current = inputs.Count(input => input.Status == DistrictStatus.Current),
        Late = inputs.Count(input => input.Status == DistrictStatus.Late),
        Failed = inputs.Count(input => input.Status == DistrictStatus.Failed),
        Missing = inputs.Count(input => input.Status == DistrictStatus.Missing),
        Unreadable = inputs.Count(input => input.Status == DistrictStatus.Unreadable),
        NotDeduplicated = inputs.Count(input => input.IsCounted && !input.IsDeduplicated),
        Contributions = inputs.Where(input => input.IsCounted).Sum(input => input.Students),
        Students = students,
        InSeveralDistricts = duplicates.Students,
        TakenBack = duplicates.TakenBack,
        AmbiguousIds = duplicates.AmbiguousIds,
    };

    public static IReadOnlyList<RollupAlert> Of(Rollup rollup, RollupPlan plan, IReadOnlyList<RollupInput> inputs, Duplicates duplicates, ProtectionReport report, int changed)
    {
        var alerts = new List<RollupAlert>();
        var counted = inputs.Where(input => input.IsCounted).ToList();
        Add(rollup.MissedNights.Count, "rollup.nights_missed", "nights before this one were missed and are not made up for. Look at why the service did not run.");
        Add(inputs.Count(input => input.Status == DistrictStatus.Missing), "rollup.districts_missing", "districts have nothing published for the state. They are not counted.");
        Add(inputs.Count(input => input.Status == DistrictStatus.Unreadable), "rollup.districts_unreadable", "districts' contributions could not be read. They are not counted; rebuild these districts.");
        Add(inputs.Count(input => input.Status == DistrictStatus.Failed), "rollup.districts_failed", "districts' newest drop failed or was rejected. Their figures published last are counted.");
        Add(inputs.Count(input => input.Status == DistrictStatus.Late), "rollup.districts_late", "districts' figures are older than the limit. They are counted, with their date.");
        Add(counted.Count(input => !input.IsDeduplicated), "rollup.not_deduplicated", "districts give no state ids. A student who is there and in another district counts twice; name the column in their profiles (settings.stateId).");
        Add(counted.Sum(input => input.WithoutStateId), "rollup.students_without_state_id", "students have no state id in districts that give them. They cannot be found in other districts.");
        Add(duplicates.AmbiguousIds, "rollup.ambiguous_ids", "state ids tell no student: two students of one district share one, or too many districts have it.");
        var years = counted.Select(input => input.SchoolYear).Distinct().Count();
        Add(years > 1 ? years : 0, "rollup.school_years_differ", "school years are counted together. Wait until all districts are in the same one, or say so.");
        Add(report.WithheldComponents, "rollup.withheld", "groups of cells could not be shown to be protected and are withheld together.");
        Add(report.Unproven, "rollup.unproven", "withheld cells' protection could still not be shown. Do not release before somebody has looked at it.");
        Add(changed, "rollup.measure_districts_changed", "times a district counts in a measure and did not in the newest release, or the other way round. One release less the other may tell what is suppressed in it. Do not release before somebody has looked at it.");
        foreach (var measure in plan.Measures)
        {
            Add(
                counted.Count(input => !input.Has(measure)),
                "rollup.definitions_differ",
                $"districts do not count {measure.Id} as the state defines it. They are left out of this measure.");
        }

        return alerts;

        void Add(long count, string code, string text)
        {
            if (count > 0)
            {
                alerts.Add(new RollupAlert(code, string.Create(CultureInfo.InvariantCulture, $"{count} {text}")));
            }
        }
    }
}
