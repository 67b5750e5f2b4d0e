using System.Text.Json;
using ClosingGap.Domain.Indicators;
using ClosingGap.Domain.Roster;
using ClosingGap.Domain.Verdicts;
using ClosingGap.Pipeline.Districts;
using ClosingGap.Pipeline.Students;

namespace ClosingGap.Pipeline.Computing;

/// <summary>A student's result as it is stored and listed.</summary>
internal static class StudentBodies
{
    /// <summary>Bytes of a body. A document has two of them at most, and stays under 16 KB with both.</summary>
    private const int MaxBytes = 8_000;

    /// <summary>How many items a fact keeps where all of them are too many.</summary>
    private static readonly int[] s_fewer = [6, 3, 1, 0];

    /// <summary>The body as it is stored. One that would be too long keeps fewer of the single things behind each fact, the first ones.</summary>
    public static byte[] ToUtf8(StudentBody body)
    {
        var bytes = Serialize(body);
        for (var next = 0; bytes.Length > MaxBytes && next < s_fewer.Length && body.Facts.Any(fact => fact.Items is not null); next++)
        {
            var kept = s_fewer[next];
            body = body with { Facts = [.. body.Facts.Select(fact => fact with { Items = kept == 0 ? null : fact.Items?.Take(kept).ToList() })] };
            bytes = Serialize(body);
        }

        return bytes;
    }

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
        Facts = [.. result.Facts.Where(fact => fact.Missing == MissingEvidence.None || !IndicatorIds.Details.Contains(fact.Indicator))],
    };

    private static byte[] Serialize(StudentBody body) => JsonSerializer.SerializeToUtf8Bytes(body, PipelineJson.Default.StudentBody);

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
