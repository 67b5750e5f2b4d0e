using System.Text.Json;
using ClosingGap.Domain.History;
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

    /// <summary>What a body that is too long does without, one after the other. Verdicts, their reasons and the facts across schools stay.</summary>
    private static readonly Func<StudentBody, StudentBody>[] s_shorter =
    [
        body => body with { History = [.. body.History.Select(point => point with { Facts = new Dictionary<string, long[]>(StringComparer.Ordinal) })] },
        body => WithItems(body, 3),
        body => body.Schools.Count > 1 ? body : body with { Facts = [.. body.Facts.Where(fact => fact.SchoolSourcedId is null)] },
        body => body with { Growth = body.Growth is { } growth && growth.Any(one => one.Percentile is not null) ? [.. growth.Where(one => one.Percentile is not null)] : null },
        body => body with { Details = new Dictionary<string, long[]>(StringComparer.Ordinal) },
        body => body with { History = [] },
        body => WithItems(body, 1),
        body => WithItems(body, 0),
        body => body with { Growth = null },
    ];

    /// <summary>The body as it is stored; see the documentation of what a long one does without.</summary>
    public static byte[] ToUtf8(StudentBody body)
    {
        var bytes = Serialize(body);
        for (var next = 0; bytes.Length > MaxBytes && next < s_shorter.Length; next++)
        {
            body = s_shorter[next](body);
            bytes = Serialize(body);
        }

        return bytes;
    }

    private static StudentBody WithItems(StudentBody body, int kept) =>
        body with { Facts = [.. body.Facts.Select(fact => fact with { Items = kept == 0 ? null : fact.Items?.Take(kept).ToList() })] };

    public static StudentBody Of(DistrictId district, string key, StudentRecord student, StudentResult result, StudentHistory history) => new()
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
        Progress = result.Progress.Count == 0 ? null : result.Progress,
        Growth = result.Growth.Count == 0 ? null : result.Growth,
        History = history.Points,
        Corrections = history.Corrections.Count == 0 ? null : history.Corrections,
        Facts = [.. result.Facts.Where(fact => fact.Items is not null || !IndicatorIds.IsDetail(fact.Indicator)).Select(Told)],
        Details = new SortedDictionary<string, long[]>(
            result.Facts.Where(fact => fact is { Missing: MissingEvidence.None, Items: null } && IndicatorIds.IsDetail(fact.Indicator))
                .ToDictionary(fact => fact.Indicator, fact => new[] { fact.Numerator, fact.Denominator }, StringComparer.Ordinal),
            StringComparer.Ordinal),
    };

    /// <summary>Without evidence that tells nothing.</summary>
    private static Fact Told(Fact fact) => fact.Evidence.All(item => item.Number is not null || item.Date is not null)
        ? fact
        : fact with { Evidence = [.. fact.Evidence.Where(item => item.Number is not null || item.Date is not null)] };

    private static byte[] Serialize(StudentBody body) => JsonSerializer.SerializeToUtf8Bytes(body, PipelineJson.Default.StudentBody);

    public static StudentLine LineOf(string key, string hash, StudentRecord student, StudentResult result, StudentHistory history) => new(
        key,
        hash,
        student.GivenName,
        student.FamilyName,
        result.GradeLevel,
        result.Priority,
        result.AttendanceBand,
        [.. result.Schools.Where(school => school.Active).Select(school => school.SchoolSourcedId)],
        result.Verdicts.ToDictionary(verdict => verdict.MilestoneId, verdict => new StatusSince(verdict.Status, verdict.Since), StringComparer.Ordinal))
    {
        History = history,
    };
}
