using ClosingGap.Ingest.Diagnostics;
using ClosingGap.Ingest.Tables;

namespace ClosingGap.Ingest.Validation;

/// <summary>Counts what becomes of one file while it is read.</summary>
internal sealed class FileTally(string file, string? table, bool isUsed)
{
    /// <summary>The file, or the pattern under which several are counted together.</summary>
    public string File { get; } = file;

    /// <summary>The very file that is being read, for findings.</summary>
    public string Place { get; set; } = file;

    public TableMode? Mode { get; set; }

    public long Read { get; set; }

    public long Accepted { get; set; }

    public long Rejected { get; set; }

    public long Deleted { get; set; }

    public long Warnings { get; set; }

    /// <summary>Counts a row.</summary>
    public void Count(RowOutcome outcome)
    {
        if (outcome != RowOutcome.PassedOver)
        {
            Read++;
            Rejected += outcome == RowOutcome.Rejected ? 1 : 0;
            Accepted += outcome == RowOutcome.Rejected ? 0 : 1;
        }
    }

    public FileResult ToResult() => new(ShownName.Of(File), table, Mode, Read, Accepted, Rejected, Deleted, Warnings, isUsed);
}
