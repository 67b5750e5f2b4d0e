namespace ClosingGap.Domain.Milestones;

/// <summary>The verdict on one milestone of one student, with its reason.</summary>
/// <param name="MilestoneId">The milestone.</param>
/// <param name="MilestoneVersion">The version of its definition that was applied.</param>
/// <param name="Status">Where the student stands.</param>
/// <param name="Sentence">Why, in plain English for staff, with the numbers and the date; it names nobody.</param>
/// <param name="Numbers">The numbers in the sentence and the thresholds, by name, in ordinal order.</param>
/// <param name="AsOf">The as-of date of the source that was judged.</param>
/// <param name="Since">The as-of date on which the status became what it is.</param>
public sealed record Verdict(
    string MilestoneId,
    int MilestoneVersion,
    VerdictStatus Status,
    string Sentence,
    IReadOnlyDictionary<string, decimal> Numbers,
    DateOnly AsOf,
    DateOnly Since);
