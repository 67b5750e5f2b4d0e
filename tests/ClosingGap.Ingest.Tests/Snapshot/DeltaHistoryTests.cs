using ClosingGap.Ingest.Canonical;
using ClosingGap.Ingest.Snapshot;
using ClosingGap.Ingest.Tables;
using FsCheck;
using FsCheck.Fluent;
using static ClosingGap.Ingest.Tests.Snapshot.Merging;

namespace ClosingGap.Ingest.Tests.Snapshot;

public sealed class DeltaHistoryTests
{
    private const int Shards = 3;
    private static readonly CanonicalTable s_enrollments = CanonicalTables.Get("enrollments");

    /// <summary>An enrollment is set to a student and a role, or deleted; a delta ends after it, or goes on.</summary>
    public sealed record Step(int Key, int Student, int Role, bool Deleted, bool EndsDelta);

    [Fact]
    public void AnySplitOfAHistory_IntoDeltas_EqualsTheEndState()
    {
        var step =
            from key in Gen.Choose(0, 7)
            from student in Gen.Choose(0, 5)
            from role in Gen.Choose(0, 2)
            from deleted in Gen.Frequency((3, Gen.Constant(false)), (1, Gen.Constant(true)))
            from ends in Gen.Frequency((4, Gen.Constant(false)), (1, Gen.Constant(true)))
            select new Step(key, student, role, deleted, ends);
        Prop.ForAll(step.ListOf().ToArbitrary(), history => EndStateHoldsAsync([.. history]).GetAwaiter().GetResult())
            .Check(Config.QuickThrowOnFailure.WithMaxTest(60).WithEndSize(60));
    }

    private static async Task<bool> EndStateHoldsAsync(IReadOnlyList<Step> history)
    {
        var state = new Dictionary<string, string?[]>(StringComparer.Ordinal);
        var shards = new byte[]?[Shards];
        var delta = new List<(string?[] Cells, bool Deleted)>();
        long net = 0;
        for (var index = 0; index < history.Count; index++)
        {
            var step = history[index];
            var cells = Cells(step);
            delta.Add((cells, step.Deleted));
            if (step.Deleted)
            {
                state.Remove(cells[0]!);
            }
            else
            {
                state[cells[0]!] = cells;
            }

            if (step.EndsDelta || index == history.Count - 1)
            {
                net += await ApplyAsync(shards, TableMode.Delta, delta);
                delta.Clear();
            }
        }

        var expected = new byte[]?[Shards];
        await ApplyAsync(expected, TableMode.Bulk, [.. state.Values.Select(cells => (cells, false))]);
        var empty = (await MergeAsync(s_enrollments, null, TableMode.Bulk, staged: null)).Parquet;
        return net == state.Count
            && shards.Zip(expected).All(pair => (pair.First ?? empty).AsSpan().SequenceEqual(pair.Second));
    }

    /// <summary>Merges what is staged into each shard, and gives rows added less rows removed.</summary>
    private static async Task<long> ApplyAsync(byte[]?[] shards, TableMode mode, IReadOnlyList<(string?[] Cells, bool Deleted)> rows)
    {
        using var folder = new TempFolder();
        long net = 0;
        foreach (var staged in await StageAsync(folder.Directory, s_enrollments, mode, rows, Shards))
        {
            var (result, parquet) = await MergeAsync(s_enrollments, shards[staged.Shard], mode, staged.Path);
            net += result.Added - result.Removed;
            shards[staged.Shard] = parquet;
        }

        return net;
    }

    // A deletion tells its key and no more, as a district may leave the rest blank.
    private static string?[] Cells(Step step) => step.Deleted
        ? [$"e{step.Key}", null, null, null, null, null, null, null]
        : [$"e{step.Key}", "class", "school", $"student-{step.Student}", $"role{step.Role}", "true", "2026-01-05", null];
}
