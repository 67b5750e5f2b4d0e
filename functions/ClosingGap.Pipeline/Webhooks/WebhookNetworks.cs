using System.Net;
using System.Net.Sockets;

namespace ClosingGap.Pipeline.Webhooks;

/// <summary>
/// Which addresses are public, by the special-purpose registries of IANA (RFC 6890 and its updates). What is embedded in an IPv6 address
/// counts by the IPv4 address in it. The address by which Azure serves its virtual machines is not public, though its number is.
/// </summary>
internal static class WebhookNetworks
{
    private static readonly IPNetwork[] s_private =
    [
        IPNetwork.Parse("10.0.0.0/8"), IPNetwork.Parse("172.16.0.0/12"), IPNetwork.Parse("192.168.0.0/16"), IPNetwork.Parse("100.64.0.0/10"), IPNetwork.Parse("fc00::/7"),
    ];

    private static readonly IPNetwork[] s_special =
    [
        IPNetwork.Parse("0.0.0.0/8"), IPNetwork.Parse("127.0.0.0/8"), IPNetwork.Parse("169.254.0.0/16"), IPNetwork.Parse("192.0.0.0/24"), IPNetwork.Parse("192.0.2.0/24"),
        IPNetwork.Parse("192.88.99.0/24"), IPNetwork.Parse("198.18.0.0/15"), IPNetwork.Parse("198.51.100.0/24"), IPNetwork.Parse("203.0.113.0/24"),
        IPNetwork.Parse("224.0.0.0/4"), IPNetwork.Parse("240.0.0.0/4"), IPNetwork.Parse("168.63.129.16/32"),
    ];

    // Of IPv6 only what is given out for use on the Internet is public, less what is set aside within it.
    private static readonly IPNetwork s_global = IPNetwork.Parse("2000::/3");
    private static readonly IPNetwork[] s_setAside = [IPNetwork.Parse("2001::/23"), IPNetwork.Parse("2001:db8::/32"), IPNetwork.Parse("3fff::/20")];
    private static readonly IPNetwork s_translated = IPNetwork.Parse("64:ff9b::/96");
    private static readonly IPNetwork s_sixToFour = IPNetwork.Parse("2002::/16");

    /// <summary>True for an address on the Internet.</summary>
    public static bool IsPublic(IPAddress address)
    {
        if (address.AddressFamily == AddressFamily.InterNetwork)
        {
            return !s_private.Concat(s_special).Any(network => network.Contains(address));
        }

        var bytes = address.GetAddressBytes();
        return s_translated.Contains(address) ? IsPublic(new IPAddress(bytes.AsSpan(12, 4)))
            : s_sixToFour.Contains(address) ? IsPublic(new IPAddress(bytes.AsSpan(2, 4)))
            : s_global.Contains(address) && !s_setAside.Any(network => network.Contains(address));
    }

    /// <summary>True for an address of a private network. Link-local ones are not among them: services of the host answer there.</summary>
    public static bool IsPrivate(IPAddress address) => s_private.Any(network => network.Contains(address));
}
