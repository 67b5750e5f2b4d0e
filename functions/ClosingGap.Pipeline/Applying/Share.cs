namespace ClosingGap.Pipeline.Applying;

/// <summary>How many of something a drop leaves.</summary>
/// <param name="Was">How many there were.</param>
/// <param name="WouldBe">How many there would be.</param>
/// <param name="Removed">How many of those that were there would be gone.</param>
public sealed record Share(long Was, long WouldBe, long Removed)
{
    /// <summary>Nothing.</summary>
    public static Share None { get; } = new(0, 0, 0);

    /// <summary>Of both.</summary>
    public static Share operator +(Share one, Share other) => new(one.Was + other.Was, one.WouldBe + other.WouldBe, one.Removed + other.Removed);

    internal static Share Of(HashSet<string> before, HashSet<string> after) =>
        new(before.Count, after.Count, ReferenceEquals(before, after) ? 0 : before.Count(id => !after.Contains(id)));
}
