using System.Globalization;
using ClosingGap.Cli.Service;

namespace ClosingGap.Cli.Output;

/// <summary>One line for each change, for files and logs.</summary>
internal sealed class PlainProgressView(TextWriter output) : IProgressView
{
    private string? _last;

    public void Show(DropStatus? status)
    {
        var line = Describe(status);
        if (!string.Equals(line, _last, StringComparison.Ordinal))
        {
            output.WriteLine(line);
            _last = line;
        }
    }

    /// <summary>The state, and the present step with its count.</summary>
    public static string Describe(DropStatus? status) => status switch
    {
        null => "Waiting until the service receives the drop",
        { Progress: { Total: > 0 } progress, IsAtRest: false } => string.Create(
            CultureInfo.InvariantCulture, $"{status.State}: {progress.Step} {progress.Done} of {progress.Total}"),
        { Progress: { } progress, IsAtRest: false } => $"{status.State}: {progress.Step}",
        _ => status.State,
    };
}
