using System.CommandLine;
using ClosingGap.Cli.Dropping;

namespace ClosingGap.Cli.Commands;

/// <summary>The two options that name a district.</summary>
internal sealed class DistrictOptions
{
    private readonly Option<string> _state = new("--state") { Description = "The state: two capital letters.", Required = true };
    private readonly Option<string> _district = new("--district") { Description = "The district's local id.", Required = true };

    public void AddTo(Command command)
    {
        command.Add(_state);
        command.Add(_district);
    }

    public DistrictName Read(ParseResult parsed) => DistrictName.Create(parsed.GetRequiredValue(_state), parsed.GetRequiredValue(_district));
}
