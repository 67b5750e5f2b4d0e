namespace ClosingGap.Domain.Suppression.Marking;

/// <summary>What a line tells too exactly.</summary>
/// <param name="Kind">Which promise is broken.</param>
/// <param name="Cell">The cell whose range is too narrow; −1 for the suppressed parts.</param>
/// <param name="Width">How wide it has to be.</param>
internal readonly record struct LineDefect(LineDefectKind Kind, int Cell, long Width);
