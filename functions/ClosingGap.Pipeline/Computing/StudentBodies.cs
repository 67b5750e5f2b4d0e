using ClosingGap.Domain.Roster;
using ClosingGap.Domain.Verdicts;
using ClosingGap.Pipeline.Districts;
using ClosingGap.Pipeline.Students;

namespace ClosingGap.Pipeline.Computing;

/// <summary>A student's result as it is stored and listed.</summary>
internal static class StudentBodies
{
    public static StudentBody Of(DistrictId district, string key, StudentRecord student, StudentResult result) => new()
    {
        StudentKey = key,
        District = district.ToString(),
        SourcedId = student.SourcedId,
        GivenName = student.GivenName,
        FamilyName = student.FamilyName,
        Grade = result.GradeLevel,
        SchoolYear = result.SchoolYear,
        AsOf = result.AsOf,
        Active = result.Active,
        Priority = result.Priority,
        AttendanceBand = result.AttendanceBand,
        Schools = [.. result.Schools.Select(school => new StudentSchool(school.SchoolSourcedId, school.Active, school.MemberHalfDays, school.AbsentHalfDays, school.Band))],
        Groups = [.. result.Groups.Select(group => group.Key)],
        Verdicts = result.Verdicts,
        Facts = result.Facts,
    };

    public static StudentLine LineOf(string key, string hash, StudentRecord student, StudentResult result) => new(
        key,
        hash,
        student.GivenName,
        student.FamilyName,
        result.GradeLevel,
        result.Priority,
        result.AttendanceBand,
        [.. result.Schools.Where(school => school.Active).Select(school => school.SchoolSourcedId)],
        result.Verdicts.ToDictionary(verdict => verdict.MilestoneId, verdict => new StatusSince(verdict.Status, verdict.Since), StringComparer.Ordinal));
}
