namespace ClosingGap.SampleData;

/// <summary>
/// A stay in one school: from instructional day <paramref name="Entry"/> to before <paramref name="Exit"/>
/// (the number of days in the year when the student stays to the end).
/// </summary>
internal sealed record Spell(School School, int Entry, int Exit, string EntryType, string ExitType)
{
    public bool Covers(int day) => day >= Entry && day < Exit;

    /// <summary>False for a student who was expected and never came.</summary>
    public bool Attended => Exit > Entry;

    public bool ExitKnown(SchoolCalendar calendar) => Exit <= calendar.AsOfDay;

    public bool ActiveAsOf(SchoolCalendar calendar) => Covers(calendar.AsOfDay);
}
