using ClosingGap.Ingest.Snapshot;

namespace ClosingGap.Ingest.Tests.Snapshot;

public sealed class ShardCountTests
{
    private const long Target = 16L << 20;

    [Theory]
    [InlineData(0, 1)]
    [InlineData(Target, 1)]
    [InlineData(Target + 1, 2)]
    [InlineData(10 * Target, 10)]
    [InlineData(256 * Target, 256)]
    [InlineData(long.MaxValue, 256)]
    public void For_Bytes_IsOneShardForEachTarget(long bytes, int expected) =>
        Assert.Equal(expected, ShardCount.For(bytes, new ShardOptions()));

    [Theory]
    [InlineData((64L << 10) - 1, 256)]
    [InlineData((1L << 30) + 1, 256)]
    [InlineData(Target, 0)]
    [InlineData(Target, 1025)]
    public void For_OptionOutOfRange_Throws(long target, int max) => Assert.Throws<ArgumentOutOfRangeException>(
        () => ShardCount.For(1, new ShardOptions { TargetBytes = target, MaxShards = max }));

    [Fact]
    public void For_NegativeBytes_Throws() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => ShardCount.For(-1, new ShardOptions()));
}
