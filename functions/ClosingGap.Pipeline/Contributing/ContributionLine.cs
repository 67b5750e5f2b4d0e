using System.Text.Json.Serialization;

namespace ClosingGap.Pipeline.Contributing;

/// <summary>What the state needs of one student, and nothing that names one: a line of a contribution.</summary>
/// <param name="Key">A keyed hash of the student's id in the state, 32 hex digits; see <see cref="StateStudentKeys"/>.</param>
/// <param name="School">The school of the membership that began last.</param>
/// <param name="Begin">The first day of that membership.</param>
/// <param name="End">The first day after it, or null.</param>
/// <param name="Groups">The keys of the student's groups, e.g. <c>race:Asian</c>, in ordinal order.</param>
/// <param name="Outcomes">One character for each measure of the index: <c>-</c> not judged, <c>0</c> judged, <c>1</c> judged and has the outcome.</param>
public sealed record ContributionLine(
    [property: JsonPropertyName("k")] string Key,
    [property: JsonPropertyName("s")] string School,
    [property: JsonPropertyName("b")] DateOnly Begin,
    [property: JsonPropertyName("e")] DateOnly? End,
    [property: JsonPropertyName("g")] IReadOnlyList<string> Groups,
    [property: JsonPropertyName("o")] string Outcomes)
{
    /// <summary>Says nothing of the student: lines end up in logs.</summary>
    public override string ToString() => nameof(ContributionLine);
}
