using System.Text.Json.Serialization;
using ClosingGap.Domain.Explanations.Templates;
using ClosingGap.Domain.Milestones;

namespace ClosingGap.Domain.Explanations;

/// <summary>Why one condition of a milestone stands where it stands: which phrases say it, and with which values. No sentence is stored: it is written in the reader's language.</summary>
/// <param name="Indicator">The indicator that was judged; null where the milestone as a whole does not apply.</param>
/// <param name="Status">Where the condition stands.</param>
/// <param name="Phrases">The phrases of the sentence in their order, without <c>.staff</c> or <c>.student</c>.</param>
/// <param name="Values">The values in them and the thresholds, by name, in ordinal order.</param>
public sealed record Reason(
    string? Indicator,
    VerdictStatus Status,
    IReadOnlyList<string> Phrases,
    IReadOnlyDictionary<string, SentenceValue> Values)
{
    /// <summary>What would change it, and the nearest threshold; null where nothing can.</summary>
    public NextStep? Next { get; init; }

    /// <summary>Whether the window is over: nothing more can change it.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool IsOver { get; init; }
}
