using ClosingGap.Ingest.Profiles.Mapping;

namespace ClosingGap.Ingest.Profiles.Reading;

/// <summary>Reads what <c>date</c> and <c>dateTime</c> say of formats and zones.</summary>
internal static class TimeReader
{
    /// <summary>The formats; at least one is wanted.</summary>
    public static IReadOnlyList<string> Formats(MapReader map, ProfileErrors errors)
    {
        var formats = map.Required("formats") is null ? [] : map.TextList("formats") ?? [];
        foreach (var format in formats.Where(format => !DateFormats.IsUsable(format)))
        {
            errors.Add(map.Node("formats")!, map.PathOf("formats"), "profile.unknown_value", $"\"{format}\" is no date format: it needs y, M and d, such as M/d/yyyy or yyyyMMdd.");
        }

        if (formats.Count == 0 && map.Node("formats") is { } node)
        {
            errors.Add(node, map.PathOf("formats"), "profile.out_of_range", "At least one format is wanted.");
        }

        return formats;
    }

    /// <summary>The zone to whose clock UTC is brought, or null.</summary>
    public static string? Zone(MapReader map, ProfileErrors errors)
    {
        var zone = map.Text("zone", 60);
        if (zone is not null && zone != DateTimeValue.District && !TimeZoneInfo.TryFindSystemTimeZoneById(zone, out _))
        {
            errors.Add(map.Node("zone")!, map.PathOf("zone"), "profile.unknown_value", $"{DateTimeValue.District}, or an IANA time zone such as America/Chicago, is wanted.");
        }

        return zone;
    }
}
