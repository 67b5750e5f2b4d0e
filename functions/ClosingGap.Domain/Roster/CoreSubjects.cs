using System.Collections.Frozen;

namespace ClosingGap.Domain.Roster;

/// <summary>Finds the core subject of a course: by its SCED code (NCES School Courses for the Exchange of Data), else by the words of Ed-Fi's AcademicSubject.</summary>
public static class CoreSubjects
{
    private static readonly FrozenDictionary<string, CoreSubject> s_words = new Dictionary<string, CoreSubject>(StringComparer.OrdinalIgnoreCase)
    {
        ["English"] = CoreSubject.English,
        ["English Language Arts"] = CoreSubject.English,
        ["English Language and Literature"] = CoreSubject.English,
        ["Language Arts"] = CoreSubject.English,
        ["ELA"] = CoreSubject.English,
        ["Reading"] = CoreSubject.English,
        ["Writing"] = CoreSubject.English,
        ["Mathematics"] = CoreSubject.Mathematics,
        ["Math"] = CoreSubject.Mathematics,
        ["Science"] = CoreSubject.Science,
        ["Life and Physical Sciences"] = CoreSubject.Science,
        ["Social Studies"] = CoreSubject.SocialStudies,
        ["Social Sciences and History"] = CoreSubject.SocialStudies,
        ["Social Science"] = CoreSubject.SocialStudies,
        ["History"] = CoreSubject.SocialStudies,
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    /// <summary>The core subject.</summary>
    /// <param name="subject">A subject's name, or null.</param>
    /// <param name="scedCode">A SCED course code (five digits or more, the first two its subject area), or another code, or null.</param>
    public static CoreSubject Of(string? subject, string? scedCode)
    {
        var known = IsSced(scedCode)
            ? scedCode!.AsSpan(0, 2) switch
            {
                "01" => CoreSubject.English,
                "02" => CoreSubject.Mathematics,
                "03" => CoreSubject.Science,
                "04" => CoreSubject.SocialStudies,
                _ => CoreSubject.None,
            }
            : CoreSubject.None;
        return known != CoreSubject.None || subject is null ? known : s_words.GetValueOrDefault(subject.Trim());
    }

    /// <summary>Whether the text has the form of a SCED code: five digits, and perhaps more characters behind them.</summary>
    public static bool IsSced(string? code) => code is { Length: >= 5 } && !code.AsSpan(0, 5).ContainsAnyExceptInRange('0', '9');
}
