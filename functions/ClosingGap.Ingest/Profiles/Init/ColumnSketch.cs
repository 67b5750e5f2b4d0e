using System.Globalization;

namespace ClosingGap.Ingest.Profiles.Init;

/// <summary>What the values of one column look like: how many, of which form, which few. Bounded, however long the file.</summary>
internal sealed class ColumnSketch(string name)
{
    /// <summary>How many different values are kept with their counts.</summary>
    public const int MaxDistinct = 256;

    private const int MaxValueLength = 60;

    private static readonly string[] s_formats =
    [
        "yyyy-MM-dd", "M/d/yyyy", "d/M/yyyy", "yyyyMMdd", "yyyy/M/d", "yyyy-M-d", "M-d-yyyy", "d.M.yyyy", "M/d/yy", "d-MMM-yyyy", "d-MMM-yy", "yyyy-MM-dd HH:mm:ss",
        "yyyy-MM-dd HH:mm:ss.FFFFFFF", "yyyy-MM-ddTHH:mm:ss", "yyyy-MM-ddTHH:mm:ss.FFFFFFFZ", "M/d/yyyy H:mm", "M/d/yyyy H:mm:ss", "M/d/yyyy h:mm:ss tt",
    ];

    private readonly Dictionary<string, long> _values = new(StringComparer.Ordinal);
    private List<string> _dateFormats = [.. s_formats];
    private bool _numbers = true;
    private bool _commaNumbers = true;
    private bool _years = true;
    private bool _yearSpans = true;
    private DateOnly? _lastDay;

    /// <summary>The header's name, trimmed.</summary>
    public string Name { get; } = name;

    /// <summary>Cells that are filled.</summary>
    public long Filled { get; private set; }

    /// <summary>A sample of the values, to compare columns by.</summary>
    public IdSketch Ids { get; } = new();

    /// <summary>True when there are more different values than are kept, or one is too long for a code.</summary>
    public bool HasMany { get; private set; }

    /// <summary>The values and in how many rows each stands, the most frequent first; not all of them when <see cref="HasMany"/>.</summary>
    public IReadOnlyList<KeyValuePair<string, long>> Values =>
        [.. _values.OrderByDescending(pair => pair.Value).ThenBy(pair => pair.Key, StringComparer.Ordinal)];

    /// <summary>The formats that read every value as a day, the likeliest first.</summary>
    public IReadOnlyList<string> DateFormats => Filled == 0 ? [] : _dateFormats;

    public bool IsDate => DateFormats.Count > 0;

    public bool IsNumber => Filled > 0 && _numbers;

    /// <summary>True when every value is a number, and some have a decimal comma.</summary>
    public bool IsCommaNumber => Filled > 0 && !_numbers && _commaNumbers;

    /// <summary>True for <c>2025</c>.</summary>
    public bool IsYear => Filled > 0 && _years;

    /// <summary>True for <c>2024-2025</c>.</summary>
    public bool IsYearSpan => Filled > 0 && _yearSpans;

    /// <summary>True when no two rows seem to have the same value.</summary>
    public bool IsUnique => Filled > 0 && Ids.Distinct >= Filled * (Ids.IsFull ? 0.9 : 1);

    /// <summary>The latest day among the values, or null.</summary>
    public DateOnly? LastDay => IsDate ? _lastDay : null;

    public void Add(string value)
    {
        Filled++;
        Ids.Add(value);
        if (_values.TryGetValue(value, out var count))
        {
            _values[value] = count + 1;
            return;
        }

        if (_values.Count < MaxDistinct && value.Length <= MaxValueLength)
        {
            _values.Add(value, 1);
        }
        else
        {
            HasMany = true;
        }

        Look(value);
    }

    private void Look(string value)
    {
        if (_dateFormats.Count > 0)
        {
            var kept = _dateFormats.Where(format => DateTime.TryParseExact(value, format, CultureInfo.InvariantCulture, DateTimeStyles.None, out _)).ToList();
            _dateFormats = kept;
            if (kept.Count > 0 && DateTime.TryParseExact(value, kept[0], CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
                && DateOnly.FromDateTime(day) is var date && (_lastDay is null || date > _lastDay))
            {
                _lastDay = date;
            }
        }

        const NumberStyles Style = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint;
        _numbers = _numbers && decimal.TryParse(value, Style, CultureInfo.InvariantCulture, out _);
        _commaNumbers = _commaNumbers && !value.Contains('.', StringComparison.Ordinal)
            && decimal.TryParse(value.Replace(',', '.'), Style, CultureInfo.InvariantCulture, out _);
        _years = _years && IsYearText(value);
        _yearSpans = _yearSpans && value.Length == 9 && value[4] == '-' && IsYearText(value.AsSpan(0, 4)) && IsYearText(value.AsSpan(5));
    }

    private static bool IsYearText(ReadOnlySpan<char> text) =>
        text.Length == 4 && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var year) && year is >= 1950 and <= 2150;
}
