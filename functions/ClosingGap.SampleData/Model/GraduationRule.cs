namespace ClosingGap.SampleData;

/// <summary>Credits that a plan asks for, in hundredths of a credit: a quarter of the total for each finished year of high school.</summary>
internal static class GraduationRule
{
    public const string Standard = "Standard";
    public const string Advanced = "Advanced";

    public static int Total(bool advanced) => advanced ? 2600 : 2400;

    public static int RequiredNow(Student student, SchoolCalendar calendar) =>
        Total(student.Advanced) * (student.Grade - 9 + (calendar.IsYearEnd ? 1 : 0)) / 4;
}
