using System.Net;
using Microsoft.Extensions.Options;

namespace ClosingGap.Pipeline.Webhooks;

/// <summary>Which addresses a webhook may have. A name is looked at again when it is connected to, by what it then stands for.</summary>
public sealed class WebhookRules(IOptions<WebhookOptions> options, WebhookKeys keys)
{
    private const int MaxLength = 500;

    /// <summary>What is wrong with a webhook's URL, as the end of a sentence that begins with its name; null: nothing.</summary>
    public string? FaultOf(string? url)
    {
        if (url is null)
        {
            return null;
        }

        if (url.Length > MaxLength || !Uri.TryCreate(url, UriKind.Absolute, out var uri) || uri.UserInfo.Length > 0 || uri.Fragment.Length > 0 || url.Any(char.IsControl))
        {
            return "is a URL of at most 500 characters without a user name and without a fragment, for example https://example.org/receipts.";
        }

        var isLoopback = options.Value.AllowLoopback && uri.IsLoopback;
        if (uri.Scheme != Uri.UriSchemeHttps && !(uri.Scheme == Uri.UriSchemeHttp && isLoopback))
        {
            return "begins with https://.";
        }

        if (!isLoopback && (uri.IsLoopback || (IPAddress.TryParse(uri.DnsSafeHost, out var address) && !Allows(address))))
        {
            return "is at a public address; this installation does not send to private ones.";
        }

        return keys.IsAvailable ? null : $"cannot be used before the setting {WebhookKeys.Setting} is made: receipts are signed by it.";
    }

    /// <summary>True when a receipt may be sent to this address.</summary>
    public bool Allows(IPAddress address)
    {
        var real = address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;
        return IPAddress.IsLoopback(real) ? options.Value.AllowLoopback : WebhookNetworks.IsPublic(real) || (options.Value.AllowPrivateNetworks && WebhookNetworks.IsPrivate(real));
    }
}
