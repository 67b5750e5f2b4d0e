using System.CommandLine;
using ClosingGap.Cli.Output;
using ClosingGap.Cli.Service;
using ClosingGap.Cli.Validating;

namespace ClosingGap.Cli.Commands;

/// <summary><c>closinggap district add</c>: registers, then uploads the profiles, which are checked on this machine first.</summary>
internal static class DistrictAddCommand
{
    private const string DefaultSource = "sis";
    private const string DefaultProfile = "lenient";

    public static Command Create(CliContext context)
    {
        var district = new DistrictOptions();
        var name = new Option<string>("--name") { Description = "The district's name.", Required = true };
        var zone = new Option<string>("--time-zone") { Description = "An IANA time zone, for example America/Chicago.", Required = true };
        var nces = new Option<string?>("--nces") { Description = "The federal id." };
        var year = new Option<int?>("--school-year") { Description = "The year in which the expected school year ends." };
        var sources = new Option<string[]>("--source") { Description = "A source and how it is read: sis, sis:strict, lms:lms-udm. May be given several times; default sis:lenient." };
        var profiles = new Option<string[]>("--profile") { Description = "The YAML file of a profile for the source sis, or SOURCE=FILE. May be given several times." };
        var webhook = new Option<string?>("--webhook") { Description = "Where receipts are sent, signed: an https URL. Without it the one that is registered stays; an empty text removes it." };
        var connection = new ConnectionOptions();
        var command = new Command("add", "Registers a district or changes its registration.") { name, zone, nces, year, sources, profiles, webhook };
        district.AddTo(command);
        connection.AddTo(command);
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var id = district.Read(parsed).ToString();
            var files = await ReadProfilesAsync(parsed.GetValue(profiles) ?? [], context, cancellationToken);
            using var api = new ApiClient(connection.Read(parsed, context));
            await api.RegisterAsync(
                id,
                new DistrictBody
                {
                    Name = parsed.GetRequiredValue(name),
                    TimeZone = parsed.GetRequiredValue(zone),
                    NcesId = parsed.GetValue(nces),
                    SchoolYear = parsed.GetValue(year),
                    Webhook = parsed.GetValue(webhook),
                    Sources = Sources(parsed.GetValue(sources) ?? [], files.Keys),
                },
                cancellationToken);
            foreach (var (source, yaml) in files)
            {
                await api.PutProfileAsync(id, source, yaml, cancellationToken);
            }

            RegistrationPrinter.Print(context.Out, id, await api.RegistrationAsync(id, cancellationToken));
            return ExitCodes.Done;
        });
        return command;
    }

    private static async Task<SortedDictionary<string, string>> ReadProfilesAsync(string[] given, CliContext context, CancellationToken cancellationToken)
    {
        var files = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var value in given)
        {
            var parts = value.Split('=', 2);
            var (source, file) = parts.Length == 2 ? (parts[0], parts[1]) : (DefaultSource, value);
            files[source] = (await ProfileArgument.ReadFileAsync(file, context, cancellationToken)).Yaml;
        }

        return files;
    }

    private static IReadOnlyList<SourceBody> Sources(string[] given, IEnumerable<string> withProfile)
    {
        var sources = new SortedDictionary<string, SourceBody>(StringComparer.Ordinal);
        foreach (var value in given)
        {
            var parts = value.Split(':', 2);
            sources[parts[0]] = new SourceBody(parts[0], parts.Length == 2 ? parts[1] : DefaultProfile);
        }

        foreach (var source in withProfile)
        {
            sources.TryAdd(source, new SourceBody(source, DefaultProfile));
        }

        return sources.Count > 0 ? [.. sources.Values] : [new SourceBody(DefaultSource, DefaultProfile)];
    }
}
