using System.CommandLine;
using ClosingGap.Cli.Service;

namespace ClosingGap.Cli.Commands;

/// <summary>The options that say where the service is; the same on every command that talks to it.</summary>
internal sealed class ConnectionOptions
{
    private readonly Option<string?> _url = new("--url") { Description = "The service, for example https://example.azurewebsites.net. Else CLOSINGGAP_BASE_URL, else a running local service." };
    private readonly Option<string?> _storage = new("--storage") { Description = "The storage account: a connection string, or the blob service's URI. Else CLOSINGGAP_STORAGE, else a running local service." };
    private readonly Option<string?> _key = new("--key") { Description = "The function key. Else CLOSINGGAP_FUNCTION_KEY." };

    public void AddTo(Command command)
    {
        command.Add(_url);
        command.Add(_storage);
        command.Add(_key);
    }

    public ServiceConnection Read(ParseResult parsed, CliContext context) =>
        ServiceConnection.Find(parsed.GetValue(_url), parsed.GetValue(_storage), parsed.GetValue(_key), context);
}
