using System.Globalization;
using ClosingGap.Ingest.Profiles;
using ClosingGap.Ingest.Snapshot;
using ClosingGap.Pipeline.Drops;
using ClosingGap.Pipeline.Lanes;
using ClosingGap.Pipeline.Validating;

namespace ClosingGap.Pipeline.Applying;

/// <summary>When a drop must not go on without a person. Pure.</summary>
public static class HoldRules
{
    private const string Decide = " Look at the report; then release or discard the drop.";

    /// <summary>The reason to hold a drop, or null.</summary>
    /// <param name="drop">The drop.</param>
    /// <param name="staged">What it brings.</param>
    /// <param name="changes">What it would do, by table.</param>
    /// <param name="held">What the source held before; null before its first drop.</param>
    /// <param name="memory">What the lane remembers of the source.</param>
    /// <param name="settings">The shares that the profile allows, in percent.</param>
    public static HoldReason? Judge(
        Drop drop, StagedIndex staged, IReadOnlyList<DropTableChange> changes, SnapshotSource? held, LaneSource memory, HoldSettings settings)
    {
        if (memory.IsBaseMissingFor(drop.Id) && drop.AllBulk == false)
        {
            return new HoldReason("hold.base_missing", "An earlier drop of this source was not applied, so these changes stand on rows that are not there." + Decide);
        }

        if (memory.LastApplied is { } applied && applied.LastModified > drop.LastModified)
        {
            return new HoldReason("hold.late", "The drop is older than one of the same source that was applied already." + Decide);
        }

        if (held is null)
        {
            return null;
        }

        if (held.SchoolYear is { } before && staged.SchoolYear is { } now && before != now)
        {
            return new HoldReason("hold.school_year_changed", FormattableString.Invariant($"The school year changes from {before} to {now}.") + Decide);
        }

        return LostFile(drop, memory)
            ?? Removal(changes, "users", "people", settings.StudentsRemovedPercent)
            ?? Removal(changes, "enrollments", "enrollments", settings.EnrollmentsRemovedPercent)
            ?? Removal(changes, "classes", "classes", settings.ClassesRemovedPercent);
    }

    private static HoldReason? LostFile(Drop drop, LaneSource memory)
    {
        // A package without any file says that nothing changed.
        var lost = drop.AllBulk == true && drop.Tables.Count > 0 && memory.AlwaysTables is { } always
            ? always.FirstOrDefault(table => !drop.Tables.Contains(table, StringComparer.Ordinal))
            : null;
        return lost is null ? null : new HoldReason("hold.file_lost", $"The file {lost}.csv, which every drop of this source held, is missing." + Decide);
    }

    private static HoldReason? Removal(IReadOnlyList<DropTableChange> changes, string table, string what, int percent)
    {
        var change = changes.FirstOrDefault(entry => string.Equals(entry.Table, table, StringComparison.Ordinal));
        if (change is null)
        {
            return null;
        }

        var before = change.Removed + change.Changed + change.Unchanged;
        return change.Removed * 100 <= before * percent
            ? null
            : new HoldReason(
                $"hold.{table}_removed",
                string.Create(CultureInfo.InvariantCulture, $"The drop would remove {change.Removed} of {before} {what}; more than {percent} % is held.") + Decide);
    }
}
