namespace ClosingGap.Domain.Lms;

/// <summary>The canonical codes of LMS cells as the domain's types. Case and surrounding space do not matter; an unknown code is "other".</summary>
public static class LmsCodes
{
    /// <summary>A standing in a section.</summary>
    public static LmsEnrollmentStatus EnrollmentStatusOf(string? code) => Of<LmsEnrollmentStatus>(code);

    /// <summary>A submission's status.</summary>
    public static LmsSubmissionStatus SubmissionStatusOf(string? code) => Of<LmsSubmissionStatus>(code);

    /// <summary>Whether a grade's type is final; every other is the current one.</summary>
    public static bool IsFinal(string? gradeType) => string.Equals(gradeType?.Trim(), "final", StringComparison.OrdinalIgnoreCase);

    private static T Of<T>(string? code)
        where T : struct, Enum
    {
        // Parsing would take "3" for a name, and "late, missing" for two.
        var name = code.AsSpan().Trim();
        foreach (var c in name)
        {
            if (!char.IsAsciiLetter(c))
            {
                return default;
            }
        }

        return Enum.TryParse<T>(name, ignoreCase: true, out var value) ? value : default;
    }
}
