using System.CommandLine;
using ClosingGap.Ingest.Validation;

namespace ClosingGap.Cli.Commands;

/// <summary>The options that say what of an export is checked.</summary>
internal sealed class ScopeOptions
{
    private readonly Option<string?> _set = new("--set")
    {
        Description = "Checks the files of one set of OneRoster: full, rostering, gradebook or resources. Without it, whatever the export holds. "
            + "In a part of the standard, rules between files only warn.",
    };

    private readonly Option<string> _depth = new("--depth")
    {
        Description = "How far to go. package: the zip, its manifest, and each file as CSV. rows: each row by itself too. all: references and rules between files too.",
        DefaultValueFactory = _ => "all",
    };

    private readonly Option<string> _references = new("--references")
    {
        Description = "Where the records must be that a delta refers to. held: in the export or delivered before. package: in the export.",
        DefaultValueFactory = _ => "held",
    };

    public ScopeOptions()
    {
        _set.AcceptOnlyFromAmong("full", "rostering", "gradebook", "resources");
        _depth.AcceptOnlyFromAmong("package", "rows", "all");
        _references.AcceptOnlyFromAmong("held", "package");
    }

    public void AddTo(Command command)
    {
        command.Add(_set);
        command.Add(_depth);
        command.Add(_references);
    }

    public ValidationRequest Read(ParseResult parsed) => new()
    {
        Set = parsed.GetValue(_set) switch
        {
            "full" => OneRosterSet.Full,
            "rostering" => OneRosterSet.Rostering,
            "gradebook" => OneRosterSet.Gradebook,
            "resources" => OneRosterSet.Resources,
            _ => null,
        },
        Depth = parsed.GetValue(_depth) switch
        {
            "package" => ValidationDepth.Package,
            "rows" => ValidationDepth.Rows,
            _ => ValidationDepth.All,
        },
        References = parsed.GetValue(_references) is "package" ? ReferenceScope.Package : ReferenceScope.Held,
    };
}
