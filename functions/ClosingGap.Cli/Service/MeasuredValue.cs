using System.Globalization;

namespace ClosingGap.Cli.Service;

/// <summary>A value as it is published.</summary>
internal sealed record MeasuredValue(decimal? Value, decimal? Low, decimal? High, string Status)
{
    /// <summary>For people: what is kept back is said to be.</summary>
    public string ToText(string unit) =>
        Value is { } value ? string.Create(CultureInfo.InvariantCulture, $"{value:N0}{unit}")
        : Low is { } low && High is { } high ? string.Create(CultureInfo.InvariantCulture, $"{low:0}–{high:0}{unit}")
        : Status;
}
