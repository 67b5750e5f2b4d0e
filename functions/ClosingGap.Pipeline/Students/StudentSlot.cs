using System.Text.Json;

namespace ClosingGap.Pipeline.Students;

/// <summary>One version of a student in the student's document.</summary>
/// <param name="Version">The version that wrote it.</param>
/// <param name="Hash">The hash of the body; null for a student who is gone.</param>
/// <param name="Body">The body; null for a student who is gone.</param>
public sealed record StudentSlot(long Version, string? Hash, JsonElement? Body)
{
    /// <summary>True for a student who is gone from the roster.</summary>
    public bool Removed => Body is null;
}
