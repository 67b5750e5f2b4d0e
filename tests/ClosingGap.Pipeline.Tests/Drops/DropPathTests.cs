using ClosingGap.Pipeline.Drops;

namespace ClosingGap.Pipeline.Tests.Drops;

public sealed class DropPathTests
{
    private static readonly string s_longName = new('n', 96);

    [Theory]
    [InlineData("TX/255901/sis/night.zip")]
    [InlineData("TX/255901/sis/night.ZIP")]
    [InlineData("TX/a_b.c/sis-2/n-1_2.3.zip")]
    public void Parse_OfAZip_GivesDistrictAndSource(string text)
    {
        Assert.True(DropPath.TryParse(text, out var path));
        Assert.Equal((text, false), (path.Path, path.IsFolder));
        Assert.Equal(text.Split('/')[0] + "-" + text.Split('/')[1], path.District.ToString());
        Assert.Equal(text.Split('/')[2], path.Source);
    }

    [Fact]
    public void Parse_OfACompletionMark_GivesTheFolder()
    {
        Assert.True(DropPath.TryParse("TX/255901/sis/night-1/_complete", out var path));
        Assert.Equal(("TX/255901/sis/night-1/", true), (path.Path, path.IsFolder));
    }

    [Theory]
    [InlineData("")]
    [InlineData("night.zip")]
    [InlineData("TX/255901/night.zip")]
    [InlineData("TX/255901/sis/.zip")]
    [InlineData("TX/255901/sis/night.csv")]
    [InlineData("TX/255901/sis/night.zip/")]
    [InlineData("TX/255901/sis/night/_Complete")]
    [InlineData("TX/255901/sis/_complete")]
    [InlineData("TX/255901/sis/a/b/_complete")]
    [InlineData("TX/255901/sis/a/b.zip")]
    [InlineData("TX/255901/sis//_complete")]
    [InlineData("/TX/255901/sis/night.zip")]
    [InlineData("TX/../sis/night.zip")]
    [InlineData("TX/./sis/night.zip")]
    [InlineData("TX/255901/../night.zip")]
    [InlineData("TX/255901/sis/..zip")]
    [InlineData("TX/255901/sis/../night/_complete")]
    [InlineData("TX/255901/sis/..%2f.zip")]
    [InlineData("TX/255901/sis/a\\b.zip")]
    [InlineData("TX/255901/sis/a b.zip")]
    [InlineData("tx/255901/sis/night.zip")]
    [InlineData("TEX/255901/sis/night.zip")]
    [InlineData("TX/255-901/sis/night.zip")]
    [InlineData("TX/255901/SIS/night.zip")]
    [InlineData("TX/255901/sis_1/night.zip")]
    [InlineData("TX/255901/sis/\u0430.zip")]
    [InlineData("\uff34X/255901/sis/night.zip")]
    [InlineData("TX/\u0661\u0662/sis/night.zip")]
    [InlineData("TX/255901/sis/night\n.zip")]
    [InlineData("TX/255901/sis/night\0.zip")]
    public void Parse_OfAnythingElse_IsRefused(string text) => Assert.False(DropPath.TryParse(text, out _));

    [Fact]
    public void Parse_OfNamesAtTheirLimits_IsExact()
    {
        Assert.True(DropPath.TryParse($"TX/{new string('1', 40)}/{new string('s', 20)}/{s_longName}.zip", out _));
        Assert.False(DropPath.TryParse($"TX/{new string('1', 41)}/sis/night.zip", out _));
        Assert.False(DropPath.TryParse($"TX/1/{new string('s', 21)}/night.zip", out _));
        Assert.False(DropPath.TryParse($"TX/1/sis/n{s_longName}.zip", out _));
    }

    [Theory]
    [InlineData("anything.zip", true)]
    [InlineData("TX/1/sis/a/_complete", true)]
    [InlineData("TX/1/sis/a/users.csv", false)]
    [InlineData("TX/1/sis/a/x_complete", false)]
    [InlineData("_complete", false)]
    public void Announces_IsAZipOrAMark(string path, bool expected) => Assert.Equal(expected, DropPath.Announces(path));
}
