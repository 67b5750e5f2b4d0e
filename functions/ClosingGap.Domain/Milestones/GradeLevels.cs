using System.Globalization;

namespace ClosingGap.Domain.Milestones;

/// <summary>CEDS grade codes: two upper-case letters (KG, PK, UG …) or two digits (01 … 13).</summary>
public static class GradeLevels
{
    /// <summary>Whether the text has the form of a grade code.</summary>
    public static bool IsCode(string? grade) =>
        grade is { Length: 2 } && ((char.IsAsciiLetterUpper(grade[0]) && char.IsAsciiLetterUpper(grade[1])) || TryNumber(grade, out _));

    /// <summary>The number of a numbered grade, 1 … 13; false for KG and other letters.</summary>
    public static bool TryNumber(string? grade, out int number)
    {
        number = 0;
        return grade is { Length: 2 }
            && int.TryParse(grade, NumberStyles.None, CultureInfo.InvariantCulture, out number)
            && number is >= 1 and <= 13;
    }

    /// <summary>A grade as people say it: 9, not 09.</summary>
    public static string Spoken(string grade)
    {
        ArgumentNullException.ThrowIfNull(grade);
        return grade.TrimStart('0');
    }
}
