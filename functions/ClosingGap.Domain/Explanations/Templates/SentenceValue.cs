using System.Text.Json.Serialization;

namespace ClosingGap.Domain.Explanations.Templates;

/// <summary>What stands in a sentence in place of a name: a number, a day or codes. Never the text of a cell: codes are letters and digits.</summary>
[JsonConverter(typeof(SentenceValueConverter))]
public readonly record struct SentenceValue
{
    private const int MaxCodes = 20;

    private SentenceValue(decimal? number, DateOnly? date, string? code) => (Number, Date, Code) = (number, date, code);

    /// <summary>The number, or null.</summary>
    public decimal? Number { get; }

    /// <summary>The day, or null.</summary>
    public DateOnly? Date { get; }

    /// <summary>The code, such as a grade level, or several with commas; or null.</summary>
    public string? Code { get; }

    /// <summary>A number.</summary>
    public static SentenceValue Of(decimal number) => new(number, null, null);

    /// <summary>A day.</summary>
    public static SentenceValue Of(DateOnly date) => new(null, date, null);

    /// <summary>A code of up to ten letters and digits, or up to twenty of them, each behind a comma and a space.</summary>
    /// <exception cref="ArgumentException">It is something else.</exception>
    public static SentenceValue Of(string code)
    {
        ArgumentNullException.ThrowIfNull(code);
        var codes = code.Split(", ");
        return codes.Length <= MaxCodes && codes.All(one => one.Length is > 0 and <= 10 && one.All(char.IsAsciiLetterOrDigit))
            ? new SentenceValue(null, null, code)
            : throw new ArgumentException("A code in a sentence is made of up to ten letters and digits.", nameof(code));
    }
}
