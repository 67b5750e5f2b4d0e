using System.Text.Json.Serialization;

namespace ClosingGap.Domain.Indicators;

/// <summary>What was measured of one student: a numerator of a denominator in a window. It judges nothing.</summary>
/// <param name="Indicator">One of <see cref="IndicatorIds"/>.</param>
/// <param name="SchoolSourcedId">The school whose own fact it is; null for the student across schools.</param>
/// <param name="Numerator">What was counted.</param>
/// <param name="Denominator">Out of how much; 0 when the indicator is an amount.</param>
/// <param name="Unit">Unit of both.</param>
/// <param name="From">First day of the window.</param>
/// <param name="To">Last day of the window that was measured.</param>
/// <param name="AsOf">The as-of date.</param>
/// <param name="Missing">Why it cannot carry a verdict, or <see cref="MissingEvidence.None"/>.</param>
/// <param name="Evidence">The numbers and dates behind it.</param>
public sealed record Fact(
    string Indicator,
    string? SchoolSourcedId,
    long Numerator,
    long Denominator,
    FactUnit Unit,
    DateOnly From,
    DateOnly To,
    DateOnly AsOf,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)] MissingEvidence Missing,
    IReadOnlyList<EvidenceItem> Evidence)
{
    /// <summary>The source whose data it is made from; null for the roster's own. Window, as-of date and school year are that source's.</summary>
    public string? Source { get; init; }

    /// <summary>The year in which that source's school year ends; null for the roster's own.</summary>
    public int? SchoolYear { get; init; }

    /// <summary>Single things behind it, the ones that matter most first; at most <see cref="FactItem.Most"/>, or null.</summary>
    public IReadOnlyList<FactItem>? Items { get; init; }

    /// <summary>The evidence number of that name, or 0.</summary>
    public long Number(string name)
    {
        foreach (var item in Evidence)
        {
            if (string.Equals(item.Name, name, StringComparison.Ordinal))
            {
                return item.Number ?? 0;
            }
        }

        return 0;
    }

    /// <summary>The evidence date of that name, or null.</summary>
    public DateOnly? Date(string name)
    {
        foreach (var item in Evidence)
        {
            if (string.Equals(item.Name, name, StringComparison.Ordinal))
            {
                return item.Date;
            }
        }

        return null;
    }
}
