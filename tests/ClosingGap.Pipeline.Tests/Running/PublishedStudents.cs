using System.Text.Json;
using ClosingGap.Pipeline.Publishing;
using ClosingGap.Pipeline.Reading;
using ClosingGap.Pipeline.Students;

namespace ClosingGap.Pipeline.Tests.Running;

/// <summary>Students' documents as they are published.</summary>
internal static class PublishedStudents
{
    /// <summary>The document of the student with that id.</summary>
    public static async Task<StudentBody> BodyAsync(this PipelineHost host, string id)
    {
        var key = await host.Get<StudentReader>().LookUpAsync(host.District, id, host.Token);
        Assert.NotNull(key);
        return (await host.Get<StudentReader>().FindAsync(host.District, key, host.Token))!.Value.Deserialize(PipelineJson.Default.StudentBody)!;
    }
}
