namespace ClosingGap.Domain.Milestones;

/// <summary>What a rule says of a fact, before it is known since when. The date is the fact's where that is not the roster's.</summary>
internal readonly record struct Judgement(VerdictStatus Status, string Sentence, SortedList<string, decimal> Numbers, DateOnly? AsOf = null);
