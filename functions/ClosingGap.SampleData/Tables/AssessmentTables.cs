namespace ClosingGap.SampleData;

/// <summary>Tests and their results.</summary>
internal static class AssessmentTables
{
    public static Task AssessmentsAsync(DistrictModel model, CsvTable table, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(model);
        foreach (var test in TestModel.Tests)
        {
            table.Field(test.Identifier).Field(test.Title).Field(test.Family).Field(test.Subject)
                .Field(test.Grade > 0 ? DistrictPlan.GradeCode(test.Grade) : null).Field(test.Category)
                .Field(test.Scores.Least).Field(test.Scores.Most).Blank().EndRow();
        }

        return table.FlushIfFullAsync(ct).AsTask();
    }

    public static async Task AssessmentResultsAsync(DistrictModel model, CsvTable table, CancellationToken ct)
    {
        var results = new List<TestResult>();
        foreach (var student in model.KnownStudents())
        {
            model.Tests.Collect(student, results);
            foreach (var result in results)
            {
                table.Field($"TST-{student.Number + 1:D7}-{result.Key}").Field(student.SourcedId).Field(result.Test.Identifier).Field(result.Date)
                    .Field(result.Date.Month > 7 ? "Fall" : result.Date.Month == 6 ? "Summer" : "Spring").Field(DistrictPlan.GradeCode(result.Grade));
                Score(table, result).Blank()
                    .Field(result.IsProficient is null ? null : Test.Level(result.Score!.Value))
                    .Field(result.IsProficient switch { true => "true", false => "false", null => null })
                    .Field(result.Score is null ? "Medical waiver" : null).Field(result.IsRetest).EndRow();
            }

            await table.FlushIfFullAsync(ct);
        }
    }

    private static CsvTable Score(CsvTable table, TestResult result) =>
        result.Score is { } score ? table.Field(score).Field(result.Test.Family == Test.Sat ? "SAT score" : "Scale score") : table.Blank(2);
}
