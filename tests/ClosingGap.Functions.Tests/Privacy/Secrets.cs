using System.Collections.Concurrent;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace ClosingGap.Functions.Tests.Privacy;

/// <summary>Random texts, each planted in one place, and the search for them in whatever the app wrote.</summary>
internal sealed class Secrets
{
    private const int NumberLength = 4;
    private readonly ConcurrentDictionary<string, string> _places = new(StringComparer.Ordinal);
    private readonly string _prefix = "zq" + Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(6));
    private readonly string[] _encoded;
    private int _last;

    public Secrets() => _encoded = [.. Enumerable.Range(0, 3).Select(shift => Encoded(_prefix, shift))];

    /// <summary>How many were planted.</summary>
    public int Count => _places.Count;

    /// <summary>A new secret: letters and digits only, so that it may stand wherever text may.</summary>
    public string Plant(string place)
    {
        var number = Interlocked.Increment(ref _last).ToString("x4", CultureInfo.InvariantCulture);
        _places[number] = place;
        return _prefix + number;
    }

    /// <summary>The places of the secrets in bytes: as UTF-8, as UTF-16, in any case, or in base 64.</summary>
    public IReadOnlyList<string> In(ReadOnlySpan<byte> bytes)
    {
        var text = Encoding.Latin1.GetString(bytes);
        var found = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var form in new[] { text, text.Replace("\0", "", StringComparison.Ordinal) })
        {
            for (var at = form.IndexOf(_prefix, StringComparison.OrdinalIgnoreCase); at >= 0; at = form.IndexOf(_prefix, at + 1, StringComparison.OrdinalIgnoreCase))
            {
                var from = at + _prefix.Length;
                var number = form[from..Math.Min(from + NumberLength, form.Length)].ToLowerInvariant();
                found.Add(_places.GetValueOrDefault(number, "a part of a secret"));
            }
        }

        if (_encoded.Any(code => text.Contains(code, StringComparison.Ordinal)))
        {
            found.Add("a secret in base 64");
        }

        return [.. found];
    }

    public IReadOnlyList<string> In(string text) => In(Encoding.UTF8.GetBytes(text));

    // What of the base 64 of a text does not depend on what stands before and after it.
    private static string Encoded(string text, int shift)
    {
        var code = Convert.ToBase64String(Encoding.ASCII.GetBytes(new string('-', shift) + text));
        return code[4..((code.TrimEnd('=').Length / 4 * 4) - 4)];
    }
}
