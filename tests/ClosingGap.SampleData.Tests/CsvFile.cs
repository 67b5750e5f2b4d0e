using System.Text;

namespace ClosingGap.SampleData.Tests;

/// <summary>A CSV read by a parser of the tests' own, strict about RFC 4180.</summary>
internal sealed class CsvFile
{
    private readonly Dictionary<string, int> _columns;

    private CsvFile(string name, List<string[]> records)
    {
        Name = name;
        Header = records[0];
        Rows = records[1..];
        _columns = Header.Select((h, i) => (h, i)).ToDictionary(x => x.h, x => x.i, StringComparer.Ordinal);
        Assert.All(Rows, r => Assert.Equal(Header.Length, r.Length));
    }

    public string Name { get; }

    public string[] Header { get; }

    public List<string[]> Rows { get; }

    public static CsvFile Parse(string name, byte[] content)
    {
        var text = new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(content);
        Assert.EndsWith("\r\n", text, StringComparison.Ordinal);
        var records = new List<string[]>();
        var fields = new List<string>();
        for (var at = 0; at < text.Length;)
        {
            fields.Add(Field(text, ref at));
            if (text[at] == ',')
            {
                at++;
                continue;
            }

            Assert.Equal("\r\n", text.Substring(at, 2));
            at += 2;
            records.Add([.. fields]);
            fields.Clear();
        }

        return new CsvFile(name, records);
    }

    public Func<string[], string> Column(string name)
    {
        var index = _columns[name];
        return row => row[index];
    }

    public IEnumerable<string> Values(string column) => Rows.Select(Column(column));

    private static string Field(string text, ref int at)
    {
        var start = at;
        if (text[at] != '"')
        {
            at = text.AsSpan(at).IndexOfAny(",\r\n\"") + at;
            return text[start..at];
        }

        var value = new StringBuilder();
        for (at++; ; at++)
        {
            if (text[at] == '"' && text[at + 1] != '"')
            {
                at++;
                return value.ToString();
            }

            at += text[at] == '"' ? 1 : 0;
            Assert.False(text[at] is '\r' or '\n', "A field has a line break.");
            value.Append(text[at]);
        }
    }
}
