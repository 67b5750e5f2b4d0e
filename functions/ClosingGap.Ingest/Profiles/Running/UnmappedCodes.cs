using ClosingGap.Ingest.Diagnostics;

namespace ClosingGap.Ingest.Profiles.Running;

/// <summary>
/// Gathers the codes of one source that a code map does not hold, and reports each once, with its number of rows and the line of the profile
/// that would map it. The finding names a row where the code stands, never the code: a cell out of place could hold anything.
/// </summary>
internal sealed class UnmappedCodes(IDiagnosticSink diagnostics, int maxCodes)
{
    private readonly Dictionary<(string File, string Column, string Target, string? Code), SeenCode> _codes = [];

    /// <summary>Notes one row with a code that is not known; of too many codes of a source the rest is one.</summary>
    public void Note(string file, long row, string column, string target, string code)
    {
        var key = (file, column, target, (string?)SeenCode.Key(code));
        if (!_codes.TryGetValue(key, out var seen))
        {
            key = _codes.Count < maxCodes ? key : (file, column, target, null);
            if (!_codes.TryGetValue(key, out seen))
            {
                _codes.Add(key, seen = new SeenCode());
            }
        }

        seen.Note(row);
    }

    /// <summary>Reports what was gathered, in the order in which it was met.</summary>
    public void Report()
    {
        foreach (var ((file, column, target, code), seen) in _codes)
        {
            var line = code is null ? target : seen.ProfileLine(target);
            diagnostics.Report(new Diagnostic(ProfileDiagnosticCodes.UnmappedCode, Severity.Error, file, seen.Rows[0], column, line, seen.Count, seen.Rows));
        }

        _codes.Clear();
    }
}
