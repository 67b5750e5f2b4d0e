namespace ClosingGap.SampleData;

/// <summary>What district to invent. Equal options give byte-identical files.</summary>
public sealed record SampleOptions
{
    /// <summary>The largest night: the last instructional day, counted from the 60th.</summary>
    public const int LastNight = SchoolCalendar.InstructionalDays - SchoolCalendar.FirstNightDay + 1;

    /// <summary>Students who are enrolled at any time in the year. Default 1,000; 1 to 2,000,000.</summary>
    public int Students { get; init; } = 1000;

    /// <summary>Another seed is another district. Default 1; any integer.</summary>
    public int Seed { get; init; } = 1;

    /// <summary>
    /// 0 (default): the data as of the year's last instructional day.
    /// 1 to <see cref="LastNight"/>: the data as known on the evening of the 60th, 61st, … instructional day.
    /// </summary>
    public int Night { get; init; }

    /// <summary>Two capital letters. Default TX.</summary>
    public string State { get; init; } = "TX";

    /// <summary>The district's local id: 1 to 32 letters and digits. Default 990001.</summary>
    public string District { get; init; } = "990001";

    /// <summary>The year in which the school year ends. Default 2026; 2000 to 2100.</summary>
    public int SchoolYear { get; init; } = 2026;

    /// <summary>Upper bound of sections in the LMS tree; about three for every 100 students below that. Default 40; 0 to 1,000.</summary>
    public int MaxLmsSections { get; init; } = 40;

    /// <exception cref="SampleOptionsException">An option is outside its range.</exception>
    internal void Validate()
    {
        Check(Students is >= 1 and <= 2_000_000, "sample_students_range", "Students must be 1 to 2,000,000.");
        Check(Night is >= 0 and <= LastNight, "sample_night_range", $"Night must be 0 to {LastNight}.");
        Check(SchoolYear is >= 2000 and <= 2100, "sample_school_year_range", "SchoolYear must be 2000 to 2100: the year in which it ends.");
        Check(MaxLmsSections is >= 0 and <= 1000, "sample_lms_sections_range", "MaxLmsSections must be 0 to 1,000.");
        Check(State.Length == 2 && State.All(char.IsAsciiLetterUpper), "sample_state_format", "State must be two capital letters, as TX.");
        Check(
            District.Length is >= 1 and <= 32 && District.All(char.IsAsciiLetterOrDigit),
            "sample_district_format",
            "District must be 1 to 32 letters and digits.");
    }

    private static void Check(bool holds, string code, string message)
    {
        if (!holds)
        {
            throw new SampleOptionsException(code, message);
        }
    }
}
