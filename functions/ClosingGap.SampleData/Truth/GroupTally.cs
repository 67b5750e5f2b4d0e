using System.Text.Json;

namespace ClosingGap.SampleData;

/// <summary>Running counts of one group of students.</summary>
internal sealed class GroupTally
{
    private readonly SortedDictionary<string, int> _bands = new(StringComparer.Ordinal)
    {
        ["atRisk"] = 0, ["chronic"] = 0, ["none"] = 0, ["notEnoughData"] = 0, ["satisfactory"] = 0,
    };

    private int _students;
    private int _active;
    private long _memberDays;
    private long _absentHalfDays;
    private int _withGrades;
    private int _failedOneOrMore;
    private long _failedCourses;
    private int _creditStudents;
    private int _creditsOnTrack;
    private int _suspended;
    private long _suspensionIn;
    private long _suspensionOut;

    public void Add(StudentTruth truth)
    {
        _students++;
        _active += truth.Active ? 1 : 0;
        _bands[truth.Attendance.Band]++;
        _memberDays += truth.Attendance.MemberDays;
        _absentHalfDays += truth.Attendance.AbsentHalfDays;
        _withGrades += truth.FailedCourses is null ? 0 : 1;
        _failedOneOrMore += truth.FailedCourses > 0 ? 1 : 0;
        _failedCourses += truth.FailedCourses ?? 0;
        _creditStudents += truth.CreditsEarned is null ? 0 : 1;
        _creditsOnTrack += truth.CreditsEarned >= truth.CreditsRequiredNow ? 1 : 0;
        _suspended += truth.SuspensionInHalfDays + truth.SuspensionOutHalfDays > 0 ? 1 : 0;
        _suspensionIn += truth.SuspensionInHalfDays;
        _suspensionOut += truth.SuspensionOutHalfDays;
    }

    public void Write(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteNumber("n", _students);
        json.WriteNumber("active", _active);
        json.WriteNumber("memberDays", _memberDays);
        json.WriteNumber("absentHalfDays", _absentHalfDays);
        if (_memberDays > 0)
        {
            json.WriteNumber("meanAbsenceRate", Math.Round(_absentHalfDays / (2m * _memberDays), 6));
        }

        json.WriteNumber("measured", _students - _bands["notEnoughData"]);
        foreach (var (band, count) in _bands)
        {
            json.WriteNumber(band, count);
        }

        json.WriteNumber("withGrades", _withGrades);
        json.WriteNumber("failedOneOrMore", _failedOneOrMore);
        json.WriteNumber("failedCourses", _failedCourses);
        json.WriteNumber("creditStudents", _creditStudents);
        json.WriteNumber("creditsOnTrack", _creditsOnTrack);
        json.WriteNumber("suspendedStudents", _suspended);
        json.WriteNumber("suspensionDaysIn", Decimals.AsNumber(_suspensionIn, 2));
        json.WriteNumber("suspensionDaysOut", Decimals.AsNumber(_suspensionOut, 2));
        json.WriteEndObject();
    }
}
