using System.Text.Json.Serialization;

namespace ClosingGap.Domain.Explanations;

/// <summary>The nearest threshold, how far it is, and until when. Numbers only; phrases make a sentence of it.</summary>
/// <param name="Kind">What would be done.</param>
/// <param name="Threshold">The threshold: percent for a share, else the amount.</param>
/// <param name="Amount">The distance in days, courses, assignments, credits or points; null where it cannot be bridged in time.</param>
/// <param name="By">The day by which it counts, or null.</param>
public sealed record NextStep(NextStepKind Kind, decimal Threshold, decimal? Amount, DateOnly? By)
{
    /// <summary>True when the status would be worse behind the threshold, false when it would be better.</summary>
    [JsonIgnore]
    public bool IsWarning => Kind is NextStepKind.MayMiss or NextStepKind.MayReach;
}
