namespace ClosingGap.SampleData;

/// <summary>Opens files of the LMS tree and adds up their rows by kind.</summary>
internal sealed class LmsFile(string root, DateOnly asOf, IDictionary<string, long> rows)
{
    private const string Source = "Canvas";

    private readonly string _created = $"{SchoolCalendar.Iso(asOf)} 22:00:00";

    public static string System => Source;

    /// <summary>Writes one snapshot; nothing when there are no rows.</summary>
    public async Task WriteAsync(string kind, string folder, string columns, Action<CsvTable> fill, CancellationToken ct)
    {
        var header = (columns + ",CreateDate,LastModifiedDate,SourceCreateDate,SourceLastModifiedDate").Split(',');
        await using var table = new CsvTable(header, _ => ValueTask.FromResult(Open(folder)));
        fill(table);
        await table.CompleteAsync(ct);
        if (table.Rows > 0)
        {
            rows[$"lms/{kind}"] = table.Rows + (rows.TryGetValue($"lms/{kind}", out var before) ? before : 0);
        }
    }

    /// <summary>The four columns with which every file ends.</summary>
    public void EndRow(CsvTable table) => table.Field(_created).Field(_created).Blank(2).EndRow();

    private Stream Open(string folder)
    {
        var directory = Directory.CreateDirectory(Path.Combine([root, .. folder.Split('/')])).FullName;
        return new FileStream(
            Path.Combine(directory, $"{SchoolCalendar.Iso(asOf)}-22-00-00.csv"), FileMode.Create, FileAccess.Write, FileShare.None, 1 << 16, useAsync: true);
    }
}
