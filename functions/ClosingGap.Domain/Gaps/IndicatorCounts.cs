using System.Collections.Frozen;
using System.Text.Json.Serialization;
using ClosingGap.Domain.Verdicts;

namespace ClosingGap.Domain.Gaps;

/// <summary>The values of a set of students on every indicator that is compared. Sums only: they merge in any order.</summary>
[JsonConverter(typeof(IndicatorCountsConverter))]
public sealed class IndicatorCounts
{
    internal const int CellsOfOne = 4;
    private const long NotMeasured = long.MinValue;

    private static readonly FrozenDictionary<string, int> s_places =
        MeasuredIndicator.All.Select((indicator, place) => (indicator.Id, place)).ToFrozenDictionary(pair => pair.Id, pair => pair.place, StringComparer.Ordinal);

    internal long[] Cells { get; } = new long[MeasuredIndicator.All.Count * CellsOfOne];

    /// <summary>The sums of the indicator at that place of <see cref="MeasuredIndicator.All"/>.</summary>
    public ValueCounts this[int place] => new(
        Cells[place * CellsOfOne], Cells[(place * CellsOfOne) + 1], Cells[(place * CellsOfOne) + 2], Cells[(place * CellsOfOne) + 3]);

    /// <summary>The place of an indicator in <see cref="MeasuredIndicator.All"/>; −1 for one that is not compared.</summary>
    internal static int PlaceOf(string indicator) => s_places.GetValueOrDefault(indicator, -1);

    /// <summary>The sums of an indicator by its name; empty for one that is not compared.</summary>
    public ValueCounts Of(string indicator) => PlaceOf(indicator) is var place and >= 0 ? this[place] : default;

    /// <summary>A student's values, by place; taken once and added to each of the student's groups.</summary>
    public static long[] ValuesOf(StudentResult result)
    {
        ArgumentNullException.ThrowIfNull(result);
        var values = new long[MeasuredIndicator.All.Count];
        Array.Fill(values, NotMeasured);
        var seen = new bool[values.Length];
        foreach (var fact in result.Facts)
        {
            // The student's own fact; of several systems for learning, the first.
            if (fact.SchoolSourcedId is null && s_places.TryGetValue(fact.Indicator, out var place) && !seen[place])
            {
                seen[place] = true;
                values[place] = MeasuredIndicator.All[place].ValueOf(fact) ?? NotMeasured;
            }
        }

        return values;
    }

    /// <summary>Whether a student has any, of an indicator that was measured; null when it was not.</summary>
    internal static bool? HasAny(long[] values, int place) => values[place] == NotMeasured ? null : values[place] > 0;

    /// <summary>Puts another numerator and denominator in the place of a student's own; null: not measured.</summary>
    internal static void Replace(long[] values, string indicator, (long Numerator, long Denominator)? fact)
    {
        var place = PlaceOf(indicator);
        values[place] = fact is var (numerator, denominator) ? MeasuredIndicator.All[place].ValueOf(numerator, denominator) ?? NotMeasured : NotMeasured;
    }

    internal void Add(long[] values)
    {
        for (var place = 0; place < values.Length; place++)
        {
            var value = values[place];
            if (value != NotMeasured)
            {
                var cell = place * CellsOfOne;
                Cells[cell]++;
                Cells[cell + 1] += value;
                Cells[cell + 2] = checked(Cells[cell + 2] + (value * value));
                Cells[cell + 3] += value > 0 ? 1 : 0;
            }
        }
    }

    /// <summary>Adds the sums of other students.</summary>
    public void Merge(IndicatorCounts other)
    {
        ArgumentNullException.ThrowIfNull(other);
        for (var cell = 0; cell < Cells.Length; cell++)
        {
            Cells[cell] = checked(Cells[cell] + other.Cells[cell]);
        }
    }
}
