using System.Net;
using ClosingGap.Pipeline.Webhooks;
using Microsoft.Extensions.Options;

namespace ClosingGap.Pipeline.Tests.Webhooks;

public sealed class WebhookRulesTests
{
    [Theory]
    [InlineData("8.8.8.8", true)]
    [InlineData("52.239.1.2", true)]
    [InlineData("172.15.0.1", true)]
    [InlineData("172.32.0.1", true)]
    [InlineData("2606:4700::1111", true)]
    [InlineData("64:ff9b::808:808", true)]
    [InlineData("10.0.0.1", false)]
    [InlineData("172.16.0.1", false)]
    [InlineData("192.168.1.1", false)]
    [InlineData("100.64.0.1", false)]
    [InlineData("127.0.0.1", false)]
    [InlineData("127.9.9.9", false)]
    [InlineData("0.0.0.0", false)]
    [InlineData("169.254.169.254", false)]
    [InlineData("168.63.129.16", false)]
    [InlineData("224.0.0.1", false)]
    [InlineData("255.255.255.255", false)]
    [InlineData("192.0.2.1", false)]
    [InlineData("::1", false)]
    [InlineData("::", false)]
    [InlineData("fe80::1", false)]
    [InlineData("fc00::1", false)]
    [InlineData("ff02::1", false)]
    [InlineData("::ffff:10.0.0.1", false)]
    [InlineData("::ffff:127.0.0.1", false)]
    [InlineData("64:ff9b::a00:1", false)]
    [InlineData("2002:a00:1::1", false)]
    [InlineData("2001:db8::1", false)]
    [InlineData("2001::1", false)]
    public void Allows_AnAddress_WhenItIsPublic(string address, bool allowed) => Assert.Equal(allowed, Rules().Allows(IPAddress.Parse(address)));

    [Theory]
    [InlineData("10.0.0.1", true)]
    [InlineData("fc00::1", true)]
    [InlineData("127.0.0.1", false)]
    [InlineData("169.254.169.254", false)]
    [InlineData("168.63.129.16", false)]
    public void Allows_PrivateNetworksWhenTold_StillNotWhatHostsServeThemselves(string address, bool allowed) =>
        Assert.Equal(allowed, Rules(new WebhookOptions { AllowPrivateNetworks = true }).Allows(IPAddress.Parse(address)));

    [Theory]
    [InlineData("https://example.org/receipts", true)]
    [InlineData("https://example.org:8443/r?token=1", true)]
    [InlineData("http://example.org/receipts", false)]
    [InlineData("http://127.0.0.1/", false)]
    [InlineData("https://localhost/", false)]
    [InlineData("https://[::1]/", false)]
    [InlineData("https://2130706433/", false)]
    [InlineData("https://0x7f.1/", false)]
    [InlineData("https://a:b@example.org/", false)]
    [InlineData("https://example.org/#part", false)]
    [InlineData("ftp://example.org/", false)]
    [InlineData("file:///etc/passwd", false)]
    [InlineData("/receipts", false)]
    [InlineData("", false)]
    public void FaultOf_AUrl_IsNothingWhenItMayBeUsed(string url, bool fine) => Assert.Equal(fine, Rules().FaultOf(url) is null);

    [Theory]
    [InlineData("http://127.0.0.1:8080/r", true)]
    [InlineData("http://localhost/r", true)]
    [InlineData("http://example.org/r", false)]
    [InlineData("http://10.0.0.1/r", false)]
    public void FaultOf_PlainHttp_IsNothingOnThisMachineWhenTold(string url, bool fine) =>
        Assert.Equal(fine, Rules(new WebhookOptions { AllowLoopback = true }).FaultOf(url) is null);

    [Fact]
    public void FaultOf_AnyUrlWithoutASecret_NamesTheSetting()
    {
        var rules = new WebhookRules(Options.Create(new WebhookOptions()), new WebhookKeys([]));

        Assert.Contains(WebhookKeys.Setting, rules.FaultOf("https://example.org/"), StringComparison.Ordinal);
        Assert.Null(rules.FaultOf(null));
    }

    private static WebhookRules Rules(WebhookOptions? options = null) => new(Options.Create(options ?? new WebhookOptions()), new WebhookKeys(new byte[32]));
}
