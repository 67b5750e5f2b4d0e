namespace ClosingGap.Ingest.Reports;

/// <summary>The names of the forms: on command lines and in URLs, as media types, and as endings of files.</summary>
public static class ReportFormats
{
    /// <summary>The names, as <see cref="Find"/> takes them.</summary>
    public static IReadOnlyList<string> Names { get; } = ["jsonl", "csv", "html"];

    /// <summary>The form of a name, or null.</summary>
    public static ReportFormat? Find(string? name) => name switch
    {
        "jsonl" => ReportFormat.JsonLines,
        "csv" => ReportFormat.Csv,
        "html" => ReportFormat.Html,
        _ => null,
    };

    /// <summary>The form that a media type asks for, or null.</summary>
    public static ReportFormat? OfMediaType(string mediaType) => mediaType.ToLowerInvariant() switch
    {
        "application/x-ndjson" or "application/jsonl" or "application/json" or "*/*" => ReportFormat.JsonLines,
        "text/csv" => ReportFormat.Csv,
        "text/html" or "application/xhtml+xml" => ReportFormat.Html,
        _ => null,
    };

    /// <summary>The name of a form, which is also the ending of its files.</summary>
    public static string Name(this ReportFormat format) => Names[(int)format];

    /// <summary>What an HTTP answer says that it holds.</summary>
    public static string ContentType(this ReportFormat format) => format switch
    {
        ReportFormat.Csv => "text/csv; charset=utf-8",
        ReportFormat.Html => "text/html; charset=utf-8",
        _ => "application/x-ndjson",
    };
}
