using System.Net;
using ClosingGap.LocalRuntime.Hosting;
using Microsoft.Extensions.Configuration;

namespace ClosingGap.LocalRuntime.Http;

/// <summary>How HTTP functions are listened for, from section <c>LocalRuntime:Http</c>.</summary>
internal sealed class LocalHttpOptions
{
    private const string Section = "LocalRuntime:Http";

    /// <summary>Scheme http, a loopback address and a port; port 0 takes a free one. Default <c>http://127.0.0.1:0</c>.</summary>
    public string Url { get; set; } = "http://127.0.0.1:0";

    /// <summary>Largest request body in bytes. Default 104857600 (100 MiB, as on Azure), from 1 KiB to 1 GiB.</summary>
    public long MaxRequestBodyBytes { get; set; } = 100L * 1024 * 1024;

    public IPEndPoint EndPoint { get; private set; } = new(IPAddress.Loopback, 0);

    /// <exception cref="LocalRuntimeException">LR002 or LR124: a value is out of range, or the URL is not loopback.</exception>
    public static LocalHttpOptions Read(IConfiguration configuration)
    {
        var options = configuration.GetSection(Section).Get<LocalHttpOptions>() ?? new LocalHttpOptions();
        ConfigurationValidation.Require($"{Section}:MaxRequestBodyBytes", options.MaxRequestBodyBytes, 1024L, 1L << 30);
        if (!Uri.TryCreate(options.Url, UriKind.Absolute, out var url) || !string.Equals(url.Scheme, "http", StringComparison.Ordinal) || !url.IsLoopback)
        {
            throw new LocalRuntimeException(
                "LR124", $"Setting {Section}:Url is '{options.Url}'. Give it http, a loopback address and a port, as in http://127.0.0.1:7071.");
        }

        var address = IPAddress.TryParse(url.Host.Trim('[', ']'), out var parsed) ? parsed : IPAddress.Loopback;
        options.EndPoint = new IPEndPoint(address, url.Port);
        return options;
    }
}
