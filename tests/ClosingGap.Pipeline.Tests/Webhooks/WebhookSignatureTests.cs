using ClosingGap.Pipeline.Districts;
using ClosingGap.Pipeline.Webhooks;

namespace ClosingGap.Pipeline.Tests.Webhooks;

public sealed class WebhookSignatureTests
{
    private static readonly byte[] s_key = [.. Enumerable.Range(0, 32).Select(number => (byte)number)];

    // Both expected values were computed with Python's hmac and hashlib.
    [Fact]
    public void Signature_OfABody_IsTheHmacOfTimeAndBody() => Assert.Equal(
        "t=1764000000,v1=52b913e400b9750e40cdde80027a4b24430aa1bf1ef227ef26887b5f9b958269",
        WebhookSignature.Of(s_key, DateTimeOffset.FromUnixTimeSeconds(1764000000), "{\"a\":1}"u8));

    [Fact]
    public void Key_OfADistrict_IsDrawnByHkdf() => Assert.Equal(
        "3ba1a4a242594697d63fc71a23c51de0e79e8d31a9a83367201952fc2c133ae8",
        Convert.ToHexStringLower(new WebhookKeys(s_key).For(DistrictId.Parse("TX-255901"))));

    [Fact]
    public void Keys_OfTwoDistricts_Differ() => Assert.NotEqual(
        new WebhookKeys(s_key).For(DistrictId.Parse("TX-1")), new WebhookKeys(s_key).For(DistrictId.Parse("TX-2")));

    [Fact]
    public void Key_WithoutASecret_IsNone()
    {
        var keys = new WebhookKeys([]);

        Assert.False(keys.IsAvailable);
        Assert.Throws<InvalidOperationException>(() => keys.For(DistrictId.Parse("TX-1")));
    }
}
