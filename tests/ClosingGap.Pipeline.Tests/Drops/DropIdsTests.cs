using System.Security.Cryptography;
using System.Text;
using ClosingGap.Pipeline.Drops;
using ClosingGap.Pipeline.Ports;

namespace ClosingGap.Pipeline.Tests.Drops;

public sealed class DropIdsTests
{
    [Fact]
    public void OfZip_IsTheHashOfPathAndETag()
    {
        var expected = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes("TX/1/sis/a.zip\n\"0x1\"\n")))[..32];

        Assert.Equal(expected, DropIds.OfZip("TX/1/sis/a.zip", "\"0x1\""));
    }

    [Fact]
    public void OfZip_ChangesWithPathAndWithETag()
    {
        string[] ids = [DropIds.OfZip("a", "1"), DropIds.OfZip("a", "2"), DropIds.OfZip("b", "1"), DropIds.OfZip("a1", "")];

        Assert.Equal(4, ids.Distinct().Count());
        Assert.All(ids, id => Assert.True(DropIds.IsWellFormed(id)));
    }

    [Fact]
    public void OfFolder_DoesNotHangOnTheOrderOfListing()
    {
        StoredBlob[] files = [Blob("f/users.csv", "1"), Blob("f/_complete", "2"), Blob("f/orgs.csv", "3")];

        Assert.Equal(DropIds.OfFolder(files), DropIds.OfFolder(files.Reverse()));
        Assert.NotEqual(DropIds.OfFolder(files), DropIds.OfFolder(files.Take(2)));
        Assert.NotEqual(DropIds.OfFolder(files), DropIds.OfFolder([files[0], files[1], Blob("f/orgs.csv", "4")]));
    }

    [Fact]
    public void OfRebuild_IsToldFromADrop()
    {
        var id = DropIds.OfRebuild("TX-1", DateTimeOffset.UnixEpoch);

        Assert.StartsWith("r", id, StringComparison.Ordinal);
        Assert.True(DropIds.IsWellFormed(id));
        Assert.NotEqual(id, DropIds.OfRebuild("TX-1", DateTimeOffset.UnixEpoch.AddMilliseconds(1)));
        Assert.NotEqual(id, DropIds.OfRebuild("TX-2", DateTimeOffset.UnixEpoch));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("0123456789abcdef0123456789abcde")]
    [InlineData("0123456789abcdef0123456789abcdef0")]
    [InlineData("0123456789ABCDEF0123456789abcdef")]
    [InlineData("0123456789abcdef/123456789abcdef")]
    [InlineData("0123456789abcdef\u0661123456789abcdef")]
    public void IsWellFormed_OfAnythingElse_IsFalse(string? id) => Assert.False(DropIds.IsWellFormed(id));

    [Fact]
    public void Instance_CarriesTheAttempt() => Assert.Equal("drop-abc-3", DropIds.Instance("abc", 3));

    private static StoredBlob Blob(string path, string etag) => new(path, 1, etag, DateTimeOffset.UnixEpoch, new Dictionary<string, string>());
}
