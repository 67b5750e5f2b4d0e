using System.Text.Json.Nodes;
using ClosingGap.EndToEnd.Packages;

namespace ClosingGap.EndToEnd;

/// <summary>Holds what is published against the answers that the generator counted while it made the data.</summary>
internal static class SampleTruth
{
    private static readonly Dictionary<string, string> s_programs = new(StringComparer.Ordinal) { ["IDEA"] = "idea" };

    /// <summary>The district's totals and groups.</summary>
    public static void HoldsFor(Sample sample, JsonNode summary)
    {
        var truth = sample.Truth;
        var noShows = sample.Students.Where(IsNoShow).ToList();
        Assert.Equal(Text(truth, "asOf"), Text(summary, "asOf"));
        Assert.Equal(Number(truth, "instructionalDaysToAsOf"), Number(summary, "instructionalDays"));
        Assert.Equal(Number(truth, "students", "total") - noShows.Count, Number(summary, "students"));
        Assert.Equal(Number(truth, "students", "active"), Number(summary, "figures", "active"));
        Figures("all", truth["totals"]!, summary["figures"]!, noShows);
        foreach (var (race, tally) in truth["groups"]!["race"]!.AsObject())
        {
            Group(summary, "race", char.ToUpperInvariant(race[0]) + race[1..], tally!, [.. noShows.Where(student => Text(student, "race") == race)]);
        }

        foreach (var (sex, tally) in truth["groups"]!["sex"]!.AsObject())
        {
            Group(summary, "sex", sex, tally!, [.. noShows.Where(student => Text(student, "sex") == sex)]);
        }

        foreach (var (grade, tally) in truth["groups"]!["grade"]!.AsObject())
        {
            Group(summary, "grade", grade, tally!, [.. noShows.Where(student => Text(student, "grade") == grade)]);
        }

        foreach (var (program, tally) in truth["groups"]!["program"]!.AsObject())
        {
            Group(summary, s_programs.GetValueOrDefault(program, char.ToLowerInvariant(program[0]) + program[1..]), "yes", tally!, [.. noShows.Where(student => student["programs"]!.AsArray().Any(one => one!.GetValue<string>() == program))]);
        }

        var schools = summary["schools"]!.AsArray();
        Assert.Equal(
            truth["groups"]!["school"]!.AsObject().Select(school => school.Key).Order(StringComparer.Ordinal),
            schools.Select(school => Text(school!, "school")).Order(StringComparer.Ordinal));
    }

    /// <summary>One student's document.</summary>
    public static void HoldsFor(JsonNode truth, JsonNode summary, JsonNode student)
    {
        var id = Text(truth, "sourcedId");
        Same(id, "sourcedId", id, Text(student, "sourcedId"));
        Same(id, "grade", Text(truth, "grade"), Text(student, "grade"));
        Same(id, "active", truth["active"]!.GetValue<bool>(), student["active"]!.GetValue<bool>());
        Same(id, "band", Band(Text(truth, "band")), Text(student, "attendanceBand"));
        var groups = student["groups"]!.AsArray().Select(group => group!.GetValue<string>()).ToHashSet(StringComparer.Ordinal);
        Assert.Contains($"sex:{Text(truth, "sex")}", groups);
        Assert.Contains($"race:{char.ToUpperInvariant(Text(truth, "race")[0])}{Text(truth, "race")[1..]}", groups);
        if (IsNoShow(truth))
        {
            Assert.Empty(student["schools"]!.AsArray());
            return;
        }

        foreach (var school in truth["schools"]!.AsArray())
        {
            var found = student["schools"]!.AsArray().Single(one => Text(one!, "school") == Text(school!, "school"))!;
            Same(id, "memberHalfDays", 2 * Number(school!, "memberDays"), Number(found, "memberHalfDays"));
            Same(id, "absentHalfDays", Number(school!, "absentHalfDays"), Number(found, "absentHalfDays"));
        }

        var facts = student["facts"]!.AsArray();
        if (truth["failedCoursesLatestPeriod"] is { } failed)
        {
            Same(id, "failed", (decimal)failed.GetValue<long>(), Numerator(facts, "course.failures"));
        }

        if (truth["creditsEarned"] is { } credits)
        {
            Same(id, "credits", 100 * credits.GetValue<decimal>(), Numerator(facts, "credits.earned"));
        }

        Same(
            id, "suspensions", 100 * (Decimal(truth, "suspensionDaysIn") + Decimal(truth, "suspensionDaysOut")), Numerator(facts, "discipline.suspensionDays"));
        Assert.All(student["verdicts"]!.AsArray(), verdict => Assert.False(string.IsNullOrWhiteSpace(Text(verdict!, "sentence"))));
        Same(id, "version", true, Number(student, "version") <= Number(summary, "version"));
    }

    /// <summary>Enrolled and withdrawn on the same day: without a day of membership he counts nowhere.</summary>
    private static bool IsNoShow(JsonNode student) => Number(student, "memberDays") == 0 && !student["active"]!.GetValue<bool>();

    private static bool HasCredits(JsonNode student) => student["creditsEarned"] is not null;

    private static bool IsOnTrack(JsonNode student) => HasCredits(student) && Decimal(student, "creditsEarned") >= Decimal(student, "creditsRequiredNow");

    private static void Group(JsonNode summary, string dimension, string value, JsonNode truth, IReadOnlyList<JsonNode> noShows)
    {
        var found = summary["groups"]![dimension]?[value];
        if (Number(truth, "n") == noShows.Count)
        {
            Assert.True(found is null || Number(found, "students") == 0, $"{dimension}:{value} holds students whom nobody made.");
            return;
        }

        Assert.True(found is not null, $"{dimension}:{value} is missing.");
        Same($"{dimension}:{value}", "students", Number(truth, "n") - noShows.Count, Number(found, "students"));
        Figures($"{dimension}:{value}", truth, found, noShows);
    }

    private static void Figures(string of, JsonNode truth, JsonNode figures, IReadOnlyList<JsonNode> noShows)
    {
        foreach (var (name, band) in (IEnumerable<(string, string)>)
            [("notEnoughData", "notMeasured"), ("none", "none"), ("satisfactory", "satisfactory"), ("atRisk", "atRisk"), ("chronic", "chronic")])
        {
            Same(of, band, Number(truth, name) - (name is "notEnoughData" ? noShows.Count : 0), Number(figures, "attendance", band));
        }

        var courses = figures["milestones"]!["passing-courses"]!;
        Same(of, "failedOneOrMore", Number(truth, "failedOneOrMore"), Number(courses, "atRisk") + Number(courses, "offTrack"));
        Same(of, "withGrades", Number(truth, "withGrades"), Judged(courses));
        var credits = figures["milestones"]!["credits-to-graduate"]!;
        Same(of, "creditStudents", Number(truth, "creditStudents") - noShows.Count(HasCredits), Judged(credits));
        Same(of, "creditsOnTrack", Number(truth, "creditsOnTrack") - noShows.Count(IsOnTrack), Number(credits, "met") + Number(credits, "onTrack"));
        Same(of, "suspensionDaysIn", 100 * Decimal(truth, "suspensionDaysIn"), (decimal)Number(figures, "inSchoolSuspensionHundredths"));
        Same(of, "suspensionDaysOut", 100 * Decimal(truth, "suspensionDaysOut"), (decimal)Number(figures, "outOfSchoolSuspensionHundredths"));
    }

    private static long Judged(JsonNode counts) => Number(counts, "met") + Number(counts, "onTrack") + Number(counts, "atRisk") + Number(counts, "offTrack");

    private static string Band(string truth) => truth is "notEnoughData" ? "NotMeasured" : char.ToUpperInvariant(truth[0]) + truth[1..];

    private static decimal Numerator(JsonArray facts, string indicator) =>
        facts.Where(fact => Text(fact!, "indicator") == indicator && fact!["schoolSourcedId"] is null).Select(fact => (decimal)Number(fact!, "numerator")).SingleOrDefault();

    private static void Same<T>(string of, string what, T expected, T actual) =>
        Assert.True(EqualityComparer<T>.Default.Equals(expected, actual), $"{of}: {what} is {actual}, and {expected} was made.");

    private static string Text(JsonNode node, string name) => node[name]?.GetValue<string>() ?? "";

    private static long Number(JsonNode node, params ReadOnlySpan<string> path)
    {
        foreach (var name in path)
        {
            node = node[name]!;
        }

        return node.GetValue<long>();
    }

    private static decimal Decimal(JsonNode node, string name) => node[name]!.GetValue<decimal>();
}
