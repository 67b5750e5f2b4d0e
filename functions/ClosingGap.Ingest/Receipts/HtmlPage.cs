using System.Globalization;
using System.Net;
using System.Text;

namespace ClosingGap.Ingest.Receipts;

/// <summary>Writes a page without scripts and without anything from elsewhere. Every text is escaped.</summary>
internal sealed class HtmlPage
{
    private const string Style =
        """
        body{font:16px/1.5 system-ui,sans-serif;color:#1b1b1b;background:#fff;margin:2rem auto;max-width:62rem;padding:0 1rem}
        h1{font-size:1.6rem;margin:0 0 .5rem}h2{font-size:1.2rem;margin:1.6rem 0 .4rem}
        dl{display:grid;grid-template-columns:max-content 1fr;gap:.15rem 1rem;margin:.5rem 0}dt{font-weight:600}dd{margin:0;overflow-wrap:anywhere}
        table{border-collapse:collapse;width:100%;margin:.5rem 0}caption{text-align:left;font-weight:600;padding:.3rem 0}
        th,td{border:1px solid #767676;padding:.25rem .5rem;text-align:left;vertical-align:top;overflow-wrap:anywhere}
        thead th{background:#eee}.n{text-align:right;white-space:nowrap}code{font-family:ui-monospace,monospace}
        .next{border-left:4px solid #1b1b1b;padding:.2rem .8rem;margin:.5rem 0}
        @media print{body{margin:0;max-width:none;font-size:11px}tr{break-inside:avoid}thead{display:table-header-group}}
        """;

    private readonly StringBuilder _text = new();

    public HtmlPage(string title) => _text.Append($"""
        <!DOCTYPE html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
        <title>{Escape(title)}</title>
        <style>{Style.ReplaceLineEndings("\n")}</style>
        </head>
        <body>
        <main>

        """.ReplaceLineEndings("\n"));

    public void Heading(int level, string text) => Line(FormattableString.Invariant($"<h{level}>{Escape(text)}</h{level}>"));

    public void Paragraph(string text, string? kind = null) => Line(kind is null ? $"<p>{Escape(text)}</p>" : $"<p class=\"{kind}\">{Escape(text)}</p>");

    /// <summary>Names and values; what has no value is left out.</summary>
    public void Facts(params IReadOnlyList<(string Name, string? Value)> facts)
    {
        Line("<dl>");
        foreach (var (name, value) in facts.Where(fact => !string.IsNullOrEmpty(fact.Value)))
        {
            Line($"<dt>{Escape(name)}</dt><dd>{Escape(value!)}</dd>");
        }

        Line("</dl>");
    }

    /// <summary>A table whose cells are texts, or figures (to the right); the first cell of a row names it.</summary>
    public void Table(string caption, IReadOnlyList<string> columns, IEnumerable<IReadOnlyList<object?>> rows)
    {
        Line("<table>");
        Line($"<caption>{Escape(caption)}</caption>");
        Line($"<thead><tr>{string.Concat(columns.Select(column => $"<th scope=\"col\">{Escape(column)}</th>"))}</tr></thead>");
        Line("<tbody>");
        foreach (var row in rows)
        {
            Line($"<tr><th scope=\"row\">{Text(row[0])}</th>{string.Concat(row.Skip(1).Select(Cell))}</tr>");
        }

        Line("</tbody>");
        Line("</table>");
    }

    public string End()
    {
        Line("</main>");
        Line("</body>");
        Line("</html>");
        return _text.ToString();
    }

    private static string Cell(object? value) => value is long or int ? $"<td class=\"n\">{Text(value)}</td>" : $"<td>{Text(value)}</td>";

    private static string Text(object? value) => value switch
    {
        null => "",
        IFormattable figure => figure.ToString("N0", CultureInfo.InvariantCulture),
        _ => Escape(value.ToString() ?? "").Replace("\n", "<br>", StringComparison.Ordinal),
    };

    private static string Escape(string text) => WebUtility.HtmlEncode(text);

    private void Line(string text) => _text.Append(text).Append('\n');
}
