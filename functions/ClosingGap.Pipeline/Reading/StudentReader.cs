using System.Text.Json;
using ClosingGap.Pipeline.Districts;
using ClosingGap.Pipeline.Students;

namespace ClosingGap.Pipeline.Reading;

/// <summary>Reads a student, by the key or by the id of the student information system.</summary>
public sealed class StudentReader(PublishedReader reader, StudentDocuments students, StudentKeys keys)
{
    private const int MaxIdLength = 255;

    /// <summary>The published body as JSON; null when the district has no such student.</summary>
    public async Task<Versioned<JsonElement>?> FindAsync(DistrictId district, string studentKey, CancellationToken cancellationToken)
    {
        if (!StudentKeys.IsWellFormed(studentKey))
        {
            return null;
        }

        long? last = null;
        while (await reader.FindVersionAsync(district, cancellationToken) is { } published && published.Version != last)
        {
            if (await students.FindAsync(studentKey, published, cancellationToken) is { Body: { } body } slot)
            {
                return IsOf(district, body) ? new Versioned<JsonElement>(body, slot.Version) : null;
            }

            // Nothing there: unless two versions were published between the two reads, and their slots are the only ones left.
            last = published.Version;
        }

        return null;
    }

    /// <summary>The key of a student who is published; null when the district has none of that id.</summary>
    public async Task<string?> LookUpAsync(DistrictId district, string sourcedId, CancellationToken cancellationToken)
    {
        if (sourcedId.Length is 0 or > MaxIdLength)
        {
            return null;
        }

        var key = keys.For(district, sourcedId);
        return await FindAsync(district, key, cancellationToken) is null ? null : key;
    }

    /// <summary>A key is of one district; under another district's address it is unknown.</summary>
    private static bool IsOf(DistrictId district, JsonElement body) =>
        body.TryGetProperty("district", out var of) && of.ValueEquals(district.ToString());
}
