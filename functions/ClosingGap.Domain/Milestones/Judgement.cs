namespace ClosingGap.Domain.Milestones;

/// <summary>What a rule says of a fact, before it is known since when.</summary>
internal readonly record struct Judgement(VerdictStatus Status, string Sentence, SortedList<string, decimal> Numbers);
