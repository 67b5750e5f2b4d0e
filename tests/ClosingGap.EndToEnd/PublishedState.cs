using System.Text.Json.Nodes;
using ClosingGap.EndToEnd.Service;

namespace ClosingGap.EndToEnd;

/// <summary>All that a reader can see of a district: summary, schools, caseloads and students, as the bodies came.</summary>
internal sealed class PublishedState
{
    private static readonly HashSet<string> s_ofTheRun = new(["version", "dropId", "publishedAt"], StringComparer.Ordinal);
    private readonly SortedDictionary<string, string> _bodies = new(StringComparer.Ordinal);

    /// <summary>Reads everything; students by the ids of the truth.</summary>
    public static async Task<PublishedState> ReadAsync(ApiClient api, string district, IEnumerable<JsonNode> students)
    {
        var state = new PublishedState();
        var summary = await state.ReadAsync(api, $"districts/{district}");
        foreach (var school in summary["schools"]!.AsArray())
        {
            var path = $"districts/{district}/schools/{school!["school"]!.GetValue<string>()}";
            var pages = (await state.ReadAsync(api, path))["caseloadPages"]!.GetValue<int>();
            for (var page = 1; page <= pages; page++)
            {
                await state.ReadAsync(api, $"{path}/caseload?page={page}");
            }
        }

        foreach (var student in students)
        {
            var id = student["sourcedId"]!.GetValue<string>();
            var (status, body) = await api.LookUpAsync(district, id);
            state._bodies[$"lookup {id}"] = body;
            if (status == System.Net.HttpStatusCode.OK)
            {
                await state.ReadAsync(api, $"districts/{district}/students/{JsonNode.Parse(body)!["studentKey"]!.GetValue<string>()}");
            }
        }

        return state;
    }

    /// <summary>The other is the same to the letter.</summary>
    public void IsStill(PublishedState later) => Compare(_bodies, later._bodies);

    /// <summary>The other says the same, whatever its run: versions, drops and times of publication are passed over.</summary>
    public void SaysTheSameAs(PublishedState other) => Compare(WithoutRun(_bodies), WithoutRun(other._bodies));

    private static void Compare(SortedDictionary<string, string> expected, SortedDictionary<string, string> actual)
    {
        Assert.Equal(expected.Keys, actual.Keys);
        var different = expected.Where(body => body.Value != actual[body.Key]).Select(body => body.Key).ToList();
        Assert.True(different.Count == 0, $"{different.Count} of {expected.Count} bodies differ, first: {string.Join(", ", different.Take(3))}");
    }

    private static SortedDictionary<string, string> WithoutRun(SortedDictionary<string, string> bodies)
    {
        var without = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var (path, body) in bodies)
        {
            var node = JsonNode.Parse(body)!;
            foreach (var name in s_ofTheRun)
            {
                node.AsObject().Remove(name);
            }

            without[path] = node.ToJsonString();
        }

        return without;
    }

    private async Task<JsonNode> ReadAsync(ApiClient api, string path)
    {
        var body = await api.ReadAsync(path);
        _bodies[path] = body.ToJsonString();
        return body;
    }
}
