using System.Text.Json;
using ClosingGap.Pipeline.Publishing;
using ClosingGap.Pipeline.Students;
using ClosingGap.Pipeline.Tests.Properties;
using FsCheck;
using FsCheck.Fluent;

namespace ClosingGap.Pipeline.Tests.Students;

public sealed class StudentSlotsProperties(ITestOutputHelper output)
{
    private const int Students = 5;

    /// <summary>A run: what it would say of each student (0: gone), how many it writes before it dies, whether it publishes.</summary>
    private static readonly Gen<(int[] Values, int Written, bool Publishes)> s_runs =
        from values in Gen.Choose(0, 3).ArrayOf(Students)
        from written in Gen.Choose(0, Students)
        from publishes in Gen.Choose(0, 2)
        select (values, written, publishes > 0);

    [Fact]
    public void AnyHistoryOfRunsThatPublishOrDie_ShowsExactlyTheLastPublished() => PropertyCheck.Holds(
        output,
        s_runs.ArrayOf(12),
        runs =>
        {
            var documents = Enumerable.Range(0, Students).Select(_ => new StudentSlots(0, [])).ToArray();
            PublishedVersion? published = null;
            var said = new int[Students];
            var version = 0L;
            foreach (var (values, written, publishes) in runs)
            {
                version++;
                for (var student = 0; student < (publishes ? Students : written); student++)
                {
                    // What did not change is not written.
                    if (values[student] != said[student])
                    {
                        documents[student] = documents[student].With(Slot(version, values[student]), published, version);
                    }

                    AssertShows(documents, published, said);
                }

                if (publishes)
                {
                    published = Published(version, PublishedVersion.AbandonedBefore(published, version));
                    said = values;
                }

                AssertShows(documents, published, said);
            }
        },
        count: 1_000);

    [Fact]
    public void Visible_BeforeTheFirstPublish_IsNothing()
    {
        var document = new StudentSlots(1, [Slot(1, 1)]);

        Assert.Null(document.Visible(null));
    }

    [Theory]
    [InlineData(3, true)]
    [InlineData(4, false)]
    [InlineData(5, false)]
    [InlineData(6, true)]
    [InlineData(7, true)]
    [InlineData(8, false)]
    public void Shows_IsNotAboveAndNotAbandoned(long version, bool expected) =>
        Assert.Equal(expected, Published(7, [new VersionRange(1, 2), new VersionRange(4, 5)]).Shows(version));

    [Fact]
    public void AbandonedBefore_TheNextVersion_IsWhatWasAbandonedAlready()
    {
        Assert.Empty(PublishedVersion.AbandonedBefore(null, 1));
        Assert.Equal([new VersionRange(1, 2)], PublishedVersion.AbandonedBefore(null, 3));
        Assert.Empty(PublishedVersion.AbandonedBefore(Published(3, []), 4));
        Assert.Equal([new VersionRange(1, 1), new VersionRange(4, 6)], PublishedVersion.AbandonedBefore(Published(3, [new VersionRange(1, 1)]), 7));
    }

    [Fact]
    public void With_AfterAnyWrite_HoldsTwoSlotsAtMost()
    {
        var document = new StudentSlots(0, []);
        for (var version = 1; version < 6; version++)
        {
            document = document.With(Slot(version, version), Published(1, []), version);
        }

        Assert.Equal([1L, 5L], document.Slots.Select(slot => slot.Version));
    }

    private static void AssertShows(StudentSlots[] documents, PublishedVersion? published, int[] said)
    {
        for (var student = 0; student < said.Length; student++)
        {
            var visible = documents[student].Visible(published);
            Assert.Equal(said[student], visible?.Body?.GetInt32() ?? 0);
            Assert.True(documents[student].Slots.Count <= 2);
        }
    }

    private static StudentSlot Slot(long version, int value) =>
        value == 0 ? new StudentSlot(version, null, null) : new StudentSlot(version, $"hash-{value}", JsonSerializer.SerializeToElement(value));

    private static PublishedVersion Published(long version, IReadOnlyList<VersionRange> abandoned) =>
        new(version, abandoned, "drop", new DateOnly(2026, 5, 1), 2026, DateTimeOffset.UnixEpoch, 1);
}
