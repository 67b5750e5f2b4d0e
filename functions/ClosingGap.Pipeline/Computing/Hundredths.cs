namespace ClosingGap.Pipeline.Computing;

/// <summary>Decimal cells as the domain's integers.</summary>
internal static class Hundredths
{
    private const long Unit = 10_000;

    /// <summary>Hundredths of a number in millionths, rounded half away from zero; null stays null.</summary>
    public static int? Of(long? millionths) =>
        millionths is { } number ? (int)Math.Clamp((number + (number < 0 ? -Unit / 2 : Unit / 2)) / Unit, int.MinValue, int.MaxValue) : null;
}
