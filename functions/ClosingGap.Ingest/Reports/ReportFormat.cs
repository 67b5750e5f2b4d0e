namespace ClosingGap.Ingest.Reports;

/// <summary>The forms in which the findings of a drop are given.</summary>
public enum ReportFormat
{
    /// <summary>One JSON object a line: the form that is stored; the others are made of it.</summary>
    JsonLines,

    /// <summary>A table that spreadsheets open.</summary>
    Csv,

    /// <summary>One page for people: counts, first places and what to do.</summary>
    Html,
}
