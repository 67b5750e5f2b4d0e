namespace ClosingGap.Domain.Tests.Suppression.Adversary;

/// <summary>The answer to whether a whole table exists. Undecided: the budget of nodes ended first.</summary>
internal enum Decision
{
    Yes,
    No,
    Undecided
}
