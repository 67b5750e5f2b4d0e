using System.Globalization;

namespace ClosingGap.Domain.Explanations.Templates;

/// <summary>
/// A language of sentences: how it writes dates; numbers, and which counts take the singular, are the same in all that ship (see
/// <see cref="Phrases"/>). Not the culture of the machine, which differs from place to place: what a student reads must be the same everywhere.
/// </summary>
public sealed class Language
{
    private readonly string[] _months;
    private readonly string _ofMonth;

    private Language(string code, string ofMonth, params string[] months) => (Code, _ofMonth, _months) = (code, ofMonth, months);

    /// <summary>English as written in the United States' schools: 27 May 2011, 0.5.</summary>
    public static Language English { get; } = new(
        "en", " ", "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December");

    /// <summary>Spanish as written in the United States: 27 de mayo de 2011, 0.5.</summary>
    public static Language Spanish { get; } = new(
        "es", " de ", "enero", "febrero", "marzo", "abril", "mayo", "junio", "julio", "agosto", "septiembre", "octubre", "noviembre", "diciembre");

    /// <summary>Those that ship.</summary>
    public static IReadOnlyList<Language> All { get; } = [English, Spanish];

    /// <summary>The code of ISO 639-1.</summary>
    public string Code { get; }

    /// <summary>A day.</summary>
    public string Date(DateOnly day) => string.Create(CultureInfo.InvariantCulture, $"{day.Day}{_ofMonth}{_months[day.Month - 1]}{_ofMonth}{day.Year}");

    /// <inheritdoc />
    public override string ToString() => Code;
}
