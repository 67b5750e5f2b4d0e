using System.Text.Json;
using System.Text.Json.Nodes;
using ClosingGap.Pipeline.Reading;

namespace ClosingGap.Pipeline.Tests.Running;

/// <summary>Everything that a reader can see of a district, as text by address; without versions, drop ids and times when asked.</summary>
internal static class PublicView
{
    private static readonly string[] s_ofARun = ["version", "dropId", "publishedAt"];

    /// <param name="ids">The students that are looked up, beside those of the caseloads.</param>
    public static async Task<SortedDictionary<string, string>> OfAsync(PipelineHost host, IEnumerable<string> ids, bool normalized = true, bool withSince = true)
    {
        var token = host.Token;
        var view = new SortedDictionary<string, string>(StringComparer.Ordinal);
        string[] left = [.. normalized ? s_ofARun : [], .. withSince ? Array.Empty<string>() : ["since", "corrections"]];
        if (await host.Get<DistrictReader>().FindAsync(host.District, token) is not { } summary)
        {
            return view;
        }

        Add("district", JsonSerializer.Serialize(summary.Value, PipelineJson.Default.DistrictSummary));
        foreach (var line in summary.Value.Schools)
        {
            var school = (await host.Get<SchoolReader>().FindAsync(host.District, line.School, token))!;
            Add($"school/{line.School}", JsonSerializer.Serialize(school.Value, PipelineJson.Default.SchoolSummary));
            for (var page = 1; page <= school.Value.CaseloadPages; page++)
            {
                var caseload = (await host.Get<SchoolReader>().FindCaseloadAsync(host.District, line.School, page, token))!;
                Add($"caseload/{line.School}/{page}", JsonSerializer.Serialize(caseload.Value, PipelineJson.Default.CaseloadPage));
                foreach (var entry in caseload.Value.Students)
                {
                    await StudentAsync(entry.StudentKey);
                }
            }
        }

        foreach (var id in ids)
        {
            if (await host.Get<StudentReader>().LookUpAsync(host.District, id, token) is { } key)
            {
                view["lookup/" + id] = key;
                await StudentAsync(key);
            }
        }

        return view;

        async Task StudentAsync(string key)
        {
            var student = await host.Get<StudentReader>().FindAsync(host.District, key, token);
            Assert.NotNull(student);
            Add("student/" + key, student.Value.GetRawText());
        }

        void Add(string address, string json)
        {
            var node = JsonNode.Parse(json)!;
            Strip(node, left);
            view[address] = node.ToJsonString();
        }
    }

    /// <summary>Fails with the first address that differs; never with a body.</summary>
    public static void AssertEqual(SortedDictionary<string, string> expected, SortedDictionary<string, string> actual, string when)
    {
        var differing = expected.Keys.Union(actual.Keys)
            .Where(address => expected.GetValueOrDefault(address) != actual.GetValueOrDefault(address)).Order(StringComparer.Ordinal).ToList();
        Assert.True(differing.Count == 0, $"{when}: {differing.Count} of {expected.Count} documents differ, the first {differing.FirstOrDefault()}.");
    }

    private static void Strip(JsonNode node, string[] names)
    {
        if (node is JsonObject values)
        {
            foreach (var name in names)
            {
                values.Remove(name);
            }

            foreach (var (_, value) in values)
            {
                if (value is not null)
                {
                    Strip(value, names);
                }
            }
        }
        else if (node is JsonArray items)
        {
            foreach (var item in items)
            {
                if (item is not null)
                {
                    Strip(item, names);
                }
            }
        }
    }
}
