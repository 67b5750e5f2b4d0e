using ClosingGap.Domain.Suppression;

namespace ClosingGap.Pipeline.Rollups;

/// <summary>A value as readers get it. What is suppressed has no number, and never 0.</summary>
/// <param name="Value">The value when exact.</param>
/// <param name="Low">The lower bound of a range, inclusive.</param>
/// <param name="High">The upper bound of a range, inclusive.</param>
/// <param name="Status">How it is to be read.</param>
public sealed record ShownValue(decimal? Value, decimal? Low, decimal? High, ValueStatus Status)
{
    internal static ShownValue Of(PublishedValue value) => new(value.Value, value.Low, value.High, value.Status);

    internal PublishedValue ToPublished() => new(Value, Low, High, Status);
}
