using ClosingGap.Domain.Milestones;

namespace ClosingGap.Pipeline.Computing;

/// <summary>A verdict's status and the date on which it became that.</summary>
public sealed record StatusSince(VerdictStatus Status, DateOnly Since);
