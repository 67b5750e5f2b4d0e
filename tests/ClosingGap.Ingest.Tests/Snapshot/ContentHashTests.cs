using ClosingGap.Ingest.Snapshot;

namespace ClosingGap.Ingest.Tests.Snapshot;

public sealed class ContentHashTests
{
    // The example of FIPS 180-4.
    private const string Abc = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

    [Fact]
    public void Of_KnownBytes_IsTheirSha256() => Assert.Equal(Abc, ContentHash.Of("abc"u8));

    [Fact]
    public async Task Copy_Stream_CopiesAndHashesAll()
    {
        var bytes = new byte[1_000_003];
        new Random(1).NextBytes(bytes);
        using var copy = new MemoryStream();
        var digest = await ContentHash.CopyAsync(new MemoryStream(bytes), copy, Merging.Token);
        Assert.Equal(bytes, copy.ToArray());
        Assert.Equal(new ContentDigest(ContentHash.Of(bytes), bytes.Length), digest);
    }

    [Fact]
    public async Task Copy_NoDestination_OnlyHashes() =>
        Assert.Equal(new ContentDigest(Abc, 3), await ContentHash.CopyAsync(new MemoryStream("abc"u8.ToArray()), null, Merging.Token));
}
