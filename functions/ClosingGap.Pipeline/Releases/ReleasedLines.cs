using System.Text.Json;
using ClosingGap.Pipeline.Rollups;

namespace ClosingGap.Pipeline.Releases;

/// <summary>Reads single lines of a measure that was released.</summary>
internal static class ReleasedLines
{
    /// <summary>The line of an organisation.</summary>
    /// <param name="stream">The measure.</param>
    /// <param name="offsets">Where each line begins.</param>
    /// <param name="organisation">Its place in the table.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public static async Task<OrganisationLine> ReadAsync(Stream stream, IReadOnlyList<long> offsets, int organisation, CancellationToken cancellationToken)
    {
        var end = organisation + 1 < offsets.Count ? offsets[organisation + 1] : stream.Length;
        var bytes = new byte[end - offsets[organisation]];
        stream.Position = offsets[organisation];
        await stream.ReadExactlyAsync(bytes, cancellationToken);
        return JsonSerializer.Deserialize(bytes, PipelineJson.Default.OrganisationLine)!;
    }
}
