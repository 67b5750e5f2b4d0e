using ClosingGap.LocalRuntime.Blobs;

namespace ClosingGap.LocalRuntime.Tests.Blobs;

public sealed class BlobPathPatternTests
{
    [Theory]
    [InlineData("drops/{name}", "a/b/c.zip", "name=a/b/c.zip")]
    [InlineData("drops/{state}/{district}/{source}/{name}.zip", "tx/255901/sis/one.zip", "district=255901,name=one,source=sis,state=tx")]
    [InlineData("drops/{a}/{b}.zip", "x/y/z.zip", "a=x/y,b=z")]
    [InlineData("drops/in/{name}", "out/x", null)]
    [InlineData("drops/in/{name}.zip", "in/x.ZIP", null)]
    [InlineData("drops/exact.txt", "exact.txt", "")]
    [InlineData("drops/exact.txt", "exactXtxt", null)]
    [InlineData("drops", "anything/at all", "")]
    [InlineData("drops/{name}", "line\nbreak", "name=line\nbreak")]
    public void Match_BlobName_CapturesAsTheFunctionsHostDoes(string path, string blob, string? expected)
    {
        var captured = BlobPathPattern.Parse(path).Match(blob);

        Assert.Equal(expected, captured is null ? null : string.Join(',', captured.OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => $"{pair.Key}={pair.Value}")));
    }

    [Theory]
    [InlineData("drops/in/{name}.zip", "in/")]
    [InlineData("drops/{name}", "")]
    [InlineData("drops", "")]
    public void Parse_Path_KnowsTheLiteralPrefix(string path, string prefix) => Assert.Equal(prefix, BlobPathPattern.Parse(path).Prefix);

    [Theory]
    [InlineData("Drops/{name}")]
    [InlineData("d/{name}")]
    [InlineData("drops/{name")]
    [InlineData("drops/{}/x")]
    [InlineData("drops/{a}/{a}")]
    [InlineData("/{name}")]
    public void Parse_NoSuchForm_Throws(string path) => Assert.Throws<FormatException>(() => BlobPathPattern.Parse(path));
}
