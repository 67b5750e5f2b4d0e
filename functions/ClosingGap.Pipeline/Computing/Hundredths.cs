namespace ClosingGap.Pipeline.Computing;

/// <summary>Decimal cells as the domain's integers.</summary>
internal static class Hundredths
{
    /// <summary>Hundredths of a number, rounded half away from zero; null stays null.</summary>
    public static int? Of(decimal? value) =>
        value is { } number ? (int)Math.Clamp(Math.Round(number * 100m, MidpointRounding.AwayFromZero), int.MinValue, int.MaxValue) : null;
}
