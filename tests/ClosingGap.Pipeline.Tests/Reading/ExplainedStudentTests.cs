using System.Text.Json;
using ClosingGap.Domain.Explanations.Templates;
using ClosingGap.Pipeline.Reading;

namespace ClosingGap.Pipeline.Tests.Reading;

public sealed class ExplainedStudentTests
{
    [Theory]
    [InlineData("Met", "2026-05-29", "Met as of 29 May 2026; on track at the end of each month from 31 October 2025 on.")]
    [InlineData("OffTrack", "2025-10-31", "Off track at the end of each month since 31 October 2025.")]
    [InlineData("OffTrack", "2025-11-04", "Off track since 4 November 2025.")]
    [InlineData("OnTrack", "2025-10-31", "On track at the end of each month since 31 October 2025.")]
    [InlineData("AtRisk", "2026-05-29", "At risk since 29 May 2026.")]
    [InlineData("NotApplicable", "2026-05-29", null)]
    [InlineData("NotEnoughData", "2026-05-29", null)]
    public void SinceSentence_SaysSinceWhenInWords(string status, string since, string? expected)
    {
        var verdict = Explained($$$"""
            {"verdicts":[{"milestoneId":"m","milestoneVersion":1,"status":"{{{status}}}","reasons":[],"asOf":"2026-05-29","since":"{{{since}}}"}],
             "history":[{"on":"2025-09-30","facts":{},"verdicts":{"m":"AtRisk"}},{"on":"2025-10-31","facts":{},"verdicts":{"m":"OnTrack"}},{"on":"2025-11-30","facts":{},"verdicts":{}}]}
            """);

        Assert.Equal(expected, verdict.TryGetProperty("sinceSentence", out var sentence) ? sentence.GetString() : null);
    }

    [Fact]
    public void SinceSentence_OfAGoalMetWithoutHistory_NamesItsDay()
    {
        var verdict = Explained("""{"verdicts":[{"milestoneId":"m","milestoneVersion":1,"status":"Met","reasons":[],"asOf":"2026-05-29","since":"2026-05-29"}]}""");

        Assert.Equal("Met as of 29 May 2026.", verdict.GetProperty("sinceSentence").GetString());
    }

    [Fact]
    public void FailedCourses_StandBesideTheVerdictThatCountsThem()
    {
        var verdict = Explained("""
            {"verdicts":[{"milestoneId":"m","milestoneVersion":1,"status":"NotApplicable","reasons":[{"indicator":"course.failures","status":"OffTrack","phrases":["courses.missing.table"],"values":{}}],"asOf":"2026-05-29","since":"2026-05-29"}],
             "facts":[{"indicator":"attendance.rate","items":[{"title":"No course"}]},{"indicator":"course.failures","items":[{"title":"Algebra I","letter":"F","number":4950},{"classSourcedId":"c"},{"title":"Art","letter":"F"}]}]}
            """);

        Assert.Equal(["Algebra I (49.5)", "Art (F)"], verdict.GetProperty("courses").EnumerateArray().Select(title => title.GetString()));
    }

    private static JsonElement Explained(string stored)
    {
        using var body = JsonDocument.Parse(stored);
        using var told = JsonDocument.Parse(ExplainedStudent.Of(body.RootElement, PhraseBooks.English).ToJsonString());
        return told.RootElement.GetProperty("verdicts")[0].Clone();
    }
}
