namespace ClosingGap.Domain.Evaluation;

/// <summary>One student of a threshold sweep.</summary>
/// <param name="Value">The fact: its numerator and denominator, or an amount over 1. Null when it carries no verdict: not measured, or below the minimum evidence.</param>
/// <param name="Outcome">How the outcome counts; see <see cref="OutcomeDefinition.ClassOf"/>.</param>
public readonly record struct SweepStudent(Fraction? Value, OutcomeClass Outcome);
