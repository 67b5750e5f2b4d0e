using System.Globalization;
using ClosingGap.Domain.Settings;

namespace ClosingGap.Ingest.Profiles.Reading;

/// <summary>Reads <c>settings.growth</c>.</summary>
internal static class GrowthReader
{
    private const int FewestStudents = 50;
    private const int MostStudents = 100_000;
    private const int MostPoints = 100_000;

    public static GrowthSettings Read(MapReader map, ProfileErrors errors) => new()
    {
        MinimumCohort = map.Integer("minimumCohort", FewestStudents, MostStudents) ?? new GrowthSettings().MinimumCohort,
        Goals = Goals(map, errors),
    };

    private static List<ProgressGoal> Goals(MapReader map, ProfileErrors errors)
    {
        var goals = new List<ProgressGoal>();
        foreach (var (node, path) in map.Items("goals", "a list of mappings"))
        {
            if (MapReader.Open(node, path, ProfileKeys.Goal, errors) is { } goal)
            {
                _ = goal.Required("score");
                var (test, score, by) = (goal.RequiredText("assessment"), goal.Number("score", 0, MostPoints, 2), By(goal, errors));
                if (goals.Any(known => string.Equals(known.Assessment, test, StringComparison.Ordinal)))
                {
                    errors.Add(node, goal.PathOf("assessment"), "profile.conflict", "The test has a goal already: one goal for each test.");
                }

                goals.Add(new ProgressGoal(test, (int)((score ?? 0) * 100), by));
            }
        }

        return goals;
    }

    private static DateOnly? By(MapReader goal, ProfileErrors errors)
    {
        if (goal.Text("by") is not { } text)
        {
            return null;
        }

        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
        {
            return day;
        }

        errors.Add(goal.Node("by")!, goal.PathOf("by"), "profile.out_of_range", "A date as yyyy-MM-dd is wanted.");
        return null;
    }
}
