namespace ClosingGap.Domain.Suppression.Earlier;

/// <summary>By how much the outcomes of one cell may be other than they are, for all a reader of two releases knows of it.</summary>
/// <param name="Then">In the earlier release.</param>
/// <param name="Now">In the new one.</param>
/// <param name="Difference">Of those who came or went between them.</param>
internal readonly record struct DifferenceBounds((int Up, int Down) Then, (int Up, int Down) Now, (int Up, int Down) Difference)
{
    /// <summary>How far the difference can go when one table stays true.</summary>
    public (int Up, int Down) OfNow => (Math.Min(Now.Up, Difference.Up), Math.Min(Now.Down, Difference.Down));

    /// <summary>The same for the table of then: what it gains, the difference loses.</summary>
    public (int Up, int Down) OfThen => (Math.Min(Then.Up, Difference.Down), Math.Min(Then.Down, Difference.Up));

    /// <summary>True when the deviations are possible, the lines apart.</summary>
    public bool Allow(long then, long difference) =>
        IsWithin(Then, then) && IsWithin(Difference, difference) && IsWithin(Now, then + difference);

    private static bool IsWithin((int Up, int Down) bound, long by) => by <= bound.Up && -by <= bound.Down;
}
