using ClosingGap.Ingest.Canonical;
using ClosingGap.Ingest.Profiles;
using ClosingGap.Ingest.Snapshot;
using ClosingGap.Pipeline.Districts;
using ClosingGap.Pipeline.Snapshots;

namespace ClosingGap.Pipeline.Contributing;

/// <summary>Reads the state's ids of the students of a shard from the column that the district's profile names.</summary>
internal static class StateIds
{
    private const string UserIds = "userIds";

    /// <summary>By <c>sourcedId</c>: the state's id. Students without one are left out; all of them where no column is named.</summary>
    public static async Task<Dictionary<string, string>> ReadAsync(
        SnapshotStore snapshots, DistrictId district, SnapshotManifest manifest, int shard, string? setting, CancellationToken cancellationToken)
    {
        var found = new Dictionary<string, string>(StringComparer.Ordinal);
        if (StateIdSetting.Parse(setting) is not { } wanted)
        {
            return found;
        }

        foreach (var part in await snapshots.ReadAsync(district, manifest, CanonicalTables.Get("users"), shard, ["sourcedId", wanted.Column], cancellationToken))
        {
            var (ids, cells) = (part.Texts("sourcedId"), part.Texts(wanted.Column));
            for (var row = 0; row < part.RowCount; row++)
            {
                var value = wanted.Column == UserIds ? OfType(cells[row], wanted.Type!) : cells[row];
                if (ids[row] is { } id && !string.IsNullOrWhiteSpace(value))
                {
                    found.TryAdd(id, value.Trim());
                }
            }
        }

        return found;
    }

    /// <summary>The id of a type in a cell of <c>userIds</c>: <c>{LDAP:jdoe},{State:12345}</c>.</summary>
    internal static string? OfType(string? cell, string type)
    {
        foreach (var part in (cell ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            var text = part.Trim('{', '}');
            var colon = text.IndexOf(':', StringComparison.Ordinal);
            if (colon > 0 && text.AsSpan(0, colon).Trim().Equals(type, StringComparison.OrdinalIgnoreCase))
            {
                return text[(colon + 1)..].Trim();
            }
        }

        return null;
    }
}
