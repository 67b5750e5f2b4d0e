namespace ClosingGap.Domain.Indicators;

/// <summary>A student's attendance at both grains.</summary>
/// <param name="Student">Across schools: a day counts once, even when two schools claim it.</param>
/// <param name="Streak">Days absent in a row, across schools.</param>
/// <param name="Schools">Each school's own, in id order.</param>
public sealed record AttendanceMeasure(Fact Student, Fact Streak, IReadOnlyList<Fact> Schools);
