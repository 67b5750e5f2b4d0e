namespace ClosingGap.SampleData;

/// <summary>One sitting of one test.</summary>
/// <param name="Key">Unique among the student's.</param>
/// <param name="Test">The test.</param>
/// <param name="Date">The day of it.</param>
/// <param name="Grade">The grade in which the student was.</param>
/// <param name="Score">The score; null: the student was not tested.</param>
/// <param name="IsRetest">Whether it repeats an earlier one of the same year.</param>
internal readonly record struct TestResult(string Key, Test Test, DateOnly Date, int Grade, int? Score, bool IsRetest)
{
    /// <summary>Whether the proficient level was reached; null where the test has no levels, or there is no score.</summary>
    public bool? IsProficient => Test.Family == Test.State && Score is { } score ? score >= Test.ProficientScore : null;
}
