namespace ClosingGap.Domain.Tests.Suppression.Adversary;

/// <summary>A student who never was: a school, a group of every dimension, and of every measure whether the outcome is there (null: not judged).</summary>
internal sealed record InventedStudent(int School, IReadOnlyList<int> Groups, IReadOnlyList<bool?> Outcomes);
