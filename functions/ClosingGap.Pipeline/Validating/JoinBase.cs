using System.Globalization;
using System.Text;
using ClosingGap.Ingest.Canonical;
using ClosingGap.Ingest.Snapshot;
using ClosingGap.Ingest.Validation;
using ClosingGap.Pipeline.Districts;
using ClosingGap.Pipeline.Snapshots;

namespace ClosingGap.Pipeline.Validating;

/// <summary>The roster to which exports of other systems are joined.</summary>
internal static class JoinBase
{
    private const string Users = "users";
    private const string Roles = "roles";
    private const string Classes = "classes";
    private const string Student = "student";

    /// <summary>A hash of the tables in which students and classes are looked for: the same hash, the same joins.</summary>
    public static string HashOf(SnapshotManifest? manifest)
    {
        var text = new StringBuilder();
        foreach (var (source, snapshot) in manifest?.Sources.OrderBy(pair => pair.Key, StringComparer.Ordinal) ?? Enumerable.Empty<KeyValuePair<string, SnapshotSource>>())
        {
            foreach (var name in (string[])[Users, Roles, Classes])
            {
                if (snapshot.Tables.TryGetValue(name, out var table))
                {
                    foreach (var shard in table.Shards.OrderBy(shard => shard.Shard))
                    {
                        text.Append(CultureInfo.InvariantCulture, $"{source}/{name}/{shard.Shard}/{shard.Sha256}\n");
                    }
                }
            }
        }

        return ContentHash.Of(Encoding.UTF8.GetBytes(text.ToString()));
    }

    /// <summary>The students or the classes of a snapshot; null when it has no such table.</summary>
    public static IAsyncEnumerable<JoinReference>? Read(
        SnapshotStore snapshots, DistrictId district, SnapshotManifest? manifest, string table, CancellationToken cancellationToken) =>
        manifest is null || !manifest.Sources.Values.Any(source => source.Tables.ContainsKey(table)) ? null
        : table == Users ? StudentsAsync(snapshots, district, manifest, cancellationToken)
        : ClassesAsync(snapshots, district, manifest, cancellationToken);

    /// <summary>A student is who has the role among users, as in OneRoster 1.1, or among roles, as in 1.2.</summary>
    private static async IAsyncEnumerable<JoinReference> StudentsAsync(
        SnapshotStore snapshots,
        DistrictId district,
        SnapshotManifest manifest,
        [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        for (var shard = 0; shard < manifest.ShardCount; shard++)
        {
            var students = new HashSet<string>(StringComparer.Ordinal);
            foreach (var part in await snapshots.ReadAsync(district, manifest, CanonicalTables.Get(Roles), shard, ["userSourcedId", "role"], cancellationToken))
            {
                var (owners, held) = (part.Texts("userSourcedId"), part.Texts("role"));
                for (var row = 0; row < part.RowCount; row++)
                {
                    if (owners[row] is { } owner && string.Equals(held[row], Student, StringComparison.Ordinal))
                    {
                        students.Add(owner);
                    }
                }
            }

            foreach (var part in await snapshots.ReadAsync(district, manifest, CanonicalTables.Get(Users), shard, ["sourcedId", "identifier", "role"], cancellationToken))
            {
                var (ids, identifiers, roles) = (part.Texts("sourcedId"), part.Texts("identifier"), part.Texts("role"));
                for (var row = 0; row < part.RowCount; row++)
                {
                    if (ids[row] is { } id && (string.Equals(roles[row], Student, StringComparison.Ordinal) || students.Contains(id)))
                    {
                        yield return new JoinReference(id, identifiers[row]);
                    }
                }
            }
        }
    }

    private static async IAsyncEnumerable<JoinReference> ClassesAsync(
        SnapshotStore snapshots,
        DistrictId district,
        SnapshotManifest manifest,
        [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var part in await snapshots.ReadAsync(district, manifest, CanonicalTables.Get(Classes), 0, ["sourcedId", "classCode"], cancellationToken))
        {
            var (ids, codes) = (part.Texts("sourcedId"), part.Texts("classCode"));
            for (var row = 0; row < part.RowCount; row++)
            {
                if (ids[row] is { } id)
                {
                    yield return new JoinReference(id, codes[row]);
                }
            }
        }
    }
}
