namespace ClosingGap.SampleData;

/// <summary>What a correct computation finds for one student. Null: does not apply, or no data.</summary>
internal sealed record StudentTruth
{
    public required Student Student { get; init; }

    public required bool Active { get; init; }

    /// <summary>The last school that the student entered by the as-of date.</summary>
    public required School School { get; init; }

    public required IReadOnlyList<(School School, AttendanceCount Count)> BySchool { get; init; }

    public required AttendanceCount Attendance { get; init; }

    public required string? LatestPeriod { get; init; }

    public required int? FailedCourses { get; init; }

    /// <summary>In hundredths of a credit.</summary>
    public required int? CreditsEarned { get; init; }

    /// <summary>In hundredths of a credit.</summary>
    public required int? CreditsRequiredNow { get; init; }

    public required int SuspensionInHalfDays { get; init; }

    public required int SuspensionOutHalfDays { get; init; }

    public required string Race { get; init; }

    /// <summary>By indicator: numerator and denominator.</summary>
    public required IReadOnlyDictionary<string, (long Numerator, long Denominator)> Facts { get; init; }

    /// <summary>The same of the LMS; none for a student without an account.</summary>
    public required IReadOnlyDictionary<string, (long Numerator, long Denominator)> LmsFacts { get; init; }

    /// <summary>Whether a test in reading taken in grade 3 was proficient; null: none has a level.</summary>
    public required bool? GradeThreeReading { get; init; }

    /// <summary>The best score in the SAT's reading and writing.</summary>
    public required int? SatReading { get; init; }

    /// <summary>The best score in the SAT's mathematics.</summary>
    public required int? SatMathematics { get; init; }

    /// <summary>Where the student stands with Algebra I by the end of grade 9; null: not enough data.</summary>
    public required string? AlgebraByGradeNine { get; init; }

    /// <summary>Where the student stands with graduating within four years.</summary>
    public required string GraduationInFourYears { get; init; }

    public string Grade => DistrictPlan.GradeCode(Student.Grade);
}
