using System.Globalization;
using ClosingGap.Ingest.Profiles;
using ClosingGap.Ingest.Snapshot;
using ClosingGap.Pipeline.Drops;
using ClosingGap.Pipeline.Lanes;
using ClosingGap.Pipeline.Validating;

namespace ClosingGap.Pipeline.Applying;

/// <summary>When a drop must not go on without a person. Pure. Each source is judged by itself.</summary>
public static class HoldRules
{
    /// <summary>What to do, whatever the reason.</summary>
    public const string Decide = "Look at the report; then release or discard the drop.";

    /// <summary>"Always" takes so many complete drops.</summary>
    private const int DropsOfAlways = 2;

    /// <summary>The reasons to hold a drop; none: it goes on.</summary>
    /// <param name="drop">The drop.</param>
    /// <param name="staged">What it brings.</param>
    /// <param name="changes">What it would do, by table.</param>
    /// <param name="shares">What it would leave of students and enrollments.</param>
    /// <param name="held">What the source held before; null before its first drop.</param>
    /// <param name="memory">What the lane remembers of the source.</param>
    /// <param name="limits">The limits of the source.</param>
    public static IReadOnlyList<HoldReason> Judge(
        Drop drop,
        StagedIndex staged,
        IReadOnlyList<DropTableChange> changes,
        RosterShares shares,
        SnapshotSource? held,
        LaneSource memory,
        HoldOptions limits)
    {
        if (memory.IsBaseMissingFor(drop.Id) && drop.AllBulk == false)
        {
            return [new HoldReason("hold.base_missing", "An earlier drop of this source was not applied, so these changes stand on rows that are not there.")];
        }

        if (memory.LastApplied is { } applied && applied.LastModified > drop.LastModified)
        {
            return [new HoldReason("hold.late", "The drop is older than one of the same source that was applied already.")];
        }

        if (held is null)
        {
            return [];
        }

        HoldReason?[] reasons =
        [
            OtherYear(held, staged, limits),
            LostFile(drop, memory, limits),
            // When nobody is active, as in summer, all students count.
            shares.ActiveStudents.Was > 0
                ? Removal("hold.users_removed", "active students", shares.ActiveStudents, limits.StudentsRemovedPercent, limits)
                : Removal("hold.users_removed", "students", shares.Students, limits.StudentsRemovedPercent, limits),
            Removal("hold.enrollments_removed", "active enrollments", shares.ActiveEnrollments, limits.EnrollmentsRemovedPercent, limits),
            Removal("hold.classes_removed", "classes", Of(changes, "classes"), limits.ClassesRemovedPercent, limits),
            Removal("hold.lms_students_removed", "LMS students", shares.LmsStudents, limits.LmsStudentsRemovedPercent, limits),
            Removal("hold.lms_sections_removed", "LMS sections", Of(changes, "lmsSections"), limits.LmsSectionsRemovedPercent, limits),
        ];
        return [.. reasons.OfType<HoldReason>()];
    }

    private static HoldReason? OtherYear(SnapshotSource held, StagedIndex staged, HoldOptions limits) =>
        held.SchoolYear is { } before && staged.SchoolYear is { } now && before != now && limits.SchoolYearChange == HoldSwitch.Hold
            ? new HoldReason("hold.school_year_changed", FormattableString.Invariant($"The school year changes from {before} to {now}.")) { Was = before, WouldBe = now }
            : null;

    private static HoldReason? LostFile(Drop drop, LaneSource memory, HoldOptions limits)
    {
        // A package without any file says that nothing changed.
        var isJudged = drop.AllBulk == true && drop.Tables.Count > 0 && memory.CompleteDrops >= DropsOfAlways && limits.MissingFile == HoldSwitch.Hold;
        var lost = isJudged ? memory.AlwaysTables?.Where(table => !drop.Tables.Contains(table, StringComparer.Ordinal)).ToList() : null;
        return lost is not { Count: > 0 } ? null : new HoldReason(
            "hold.file_lost",
            string.Create(
                CultureInfo.InvariantCulture,
                $"{string.Join(", ", lost.Select(table => table + ".csv"))}: missing, though all {memory.CompleteDrops} complete drops of this source held {(lost.Count == 1 ? "it" : "them")}."))
        { Was = memory.AlwaysTables!.Count, WouldBe = memory.AlwaysTables.Count - lost.Count };
    }

    private static HoldReason? Removal(string code, string what, Share share, int percent, HoldOptions limits) =>
        share.Was < limits.MinimumRows || share.Removed * 100 <= share.Was * percent
            ? null
            : new HoldReason(
                code,
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"The drop would remove {share.Removed} of {share.Was} {what}, and leave {share.WouldBe}; more than {percent} % is held."))
            { Was = share.Was, WouldBe = share.WouldBe, Removed = share.Removed, LimitPercent = percent };

    private static Share Of(IReadOnlyList<DropTableChange> changes, string table) =>
        changes.FirstOrDefault(entry => string.Equals(entry.Table, table, StringComparison.Ordinal)) is { } change
            ? new Share(change.Removed + change.Changed + change.Unchanged, change.Rows, change.Removed)
            : Share.None;
}
