namespace ClosingGap.Ingest.Tables;

/// <summary>How the rows of a file are meant. The standard's word for a file that is not there is "absent".</summary>
public enum TableMode
{
    /// <summary>The file is the reference: what it does not hold is gone.</summary>
    Bulk,

    /// <summary>The rows are changes: inserted, updated or deleted by their status.</summary>
    Delta,
}
