using ClosingGap.Pipeline.Districts;

namespace ClosingGap.Pipeline.Tests.Districts;

public sealed class DistrictIdTests
{
    [Theory]
    [InlineData("TX-255901", "TX", "255901")]
    [InlineData("CA-a_b.C", "CA", "a_b.C")]
    public void Parse_OfAnId_GivesItsParts(string text, string state, string local)
    {
        Assert.True(DistrictId.TryParse(text, out var id));
        Assert.Equal((state, local, text), (id.State, id.LocalId, id.ToString()));
        Assert.Equal(id, DistrictId.Parse(text));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("TX")]
    [InlineData("TX-")]
    [InlineData("tx-1")]
    [InlineData("T1-1")]
    [InlineData("TX_1")]
    [InlineData("TX-1-2")]
    [InlineData("TX-.1")]
    [InlineData("TX-..")]
    [InlineData("TX-a/b")]
    [InlineData("TX-a b")]
    [InlineData("TX-\u00e9")]
    [InlineData("TX-a~b")]
    public void Parse_OfAnythingElse_IsRefused(string? text) => Assert.False(DistrictId.TryParse(text, out _));

    [Fact]
    public void Parse_OfTheLongestId_IsExact()
    {
        Assert.True(DistrictId.TryParse("TX-" + new string('a', DistrictId.MaxLocalIdLength), out _));
        Assert.False(DistrictId.TryParse("TX-" + new string('a', DistrictId.MaxLocalIdLength + 1), out _));
        Assert.Throws<FormatException>(() => DistrictId.Parse("nowhere"));
    }
}
