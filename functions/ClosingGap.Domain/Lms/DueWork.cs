namespace ClosingGap.Domain.Lms;

/// <summary>Work that was due of a student.</summary>
/// <param name="Assignment">The assignment; it has a due time.</param>
/// <param name="SectionSourcedId">The section in which the student has it.</param>
/// <param name="State">What became of it.</param>
/// <param name="SubmittedAt">When it was handed in late, where that is known; of several times the latest.</param>
internal sealed record DueWork(LmsAssignment Assignment, string SectionSourcedId, WorkState State = WorkState.Missing, DateTime? SubmittedAt = null)
{
    /// <summary>Whether it counts as due work.</summary>
    public bool Counts => State is WorkState.Missing or WorkState.Late or WorkState.OnTime;
}
