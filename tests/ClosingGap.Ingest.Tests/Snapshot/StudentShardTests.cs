using ClosingGap.Ingest.Snapshot;

namespace ClosingGap.Ingest.Tests.Snapshot;

public sealed class StudentShardTests
{
    // Computed outside .NET from the sentence in the type's documentation.
    [Theory]
    [InlineData("", 7, 1)]
    [InlineData("STU-000001", 16, 4)]
    [InlineData("STU-000001", 1024, 132)]
    [InlineData("école-7", 256, 126)]
    [InlineData("😀", 1024, 327)]
    public void Of_KnownId_IsTheDocumentedShard(string id, int shardCount, int expected) =>
        Assert.Equal(expected, StudentShard.Of(id, shardCount));

    [Fact]
    public void Of_Null_IsTheShardOfTheEmptyId() => Assert.Equal(StudentShard.Of("", 1000), StudentShard.Of(null, 1000));

    [Fact]
    public void Of_IdLongerThanTheStackBuffer_IsInRange() => Assert.InRange(StudentShard.Of(new string('é', 5000), 9), 0, 8);

    [Theory]
    [InlineData(0)]
    [InlineData(1025)]
    public void Of_ShardCountOutOfRange_Throws(int shardCount) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => StudentShard.Of("a", shardCount));

    [Fact]
    public void Of_ConsecutiveIds_FillAllShardsEvenly()
    {
        var counts = new int[16];
        for (var student = 0; student < 16_000; student++)
        {
            counts[StudentShard.Of($"{student:D9}", 16)]++;
        }

        // Mean 1,000, standard deviation about 31: five of them either side.
        Assert.All(counts, count => Assert.InRange(count, 845, 1155));
    }
}
