using ClosingGap.Ingest.Validation;

namespace ClosingGap.Ingest.Tests.Validation;

public sealed class KeyTableTests
{
    [Fact]
    public void Add_KeysOfOneFillingAfterAnother_RefusesThoseOfTheSameFillingOnly()
    {
        var seed = Environment.TickCount;
        TestContext.Current.TestOutputHelper!.WriteLine($"seed {seed}");
        var random = new Random(seed);
        var table = new KeyTable();
        foreach (var keys in new[] { 0, 1, 2, 3, 5, 10_000, 7, 64, 65, 9_999, KeyTable.MaxKeys, 1 })
        {
            table.Clear(keys);
            var met = new HashSet<ulong>();
            for (var added = 0; added < keys; added++)
            {
                // Few different last bits, so that slots are fought for, and now and then the hash that a free slot looks like.
                var hash = (ulong)random.Next(0, keys) << random.Next(0, 3) * 7;
                Assert.Equal(met.Add(hash), table.Add(hash));
            }
        }
    }

    [Fact]
    public void Clear_MoreKeysThanItTakes_IsRefused() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new KeyTable().Clear(KeyTable.MaxKeys + 1));
}
