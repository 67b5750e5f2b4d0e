using System.Globalization;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace ClosingGap.Cli.Output;

/// <summary>Tables in one look: plain borders, figures to the right, no cell taken for markup.</summary>
internal static class Tables
{
    public static Table Create(params IReadOnlyList<(string Title, bool IsFigure)> columns)
    {
        var table = new Table().Border(TableBorder.Simple);
        foreach (var (title, isFigure) in columns)
        {
            var column = new TableColumn(new Text(title));
            table.AddColumn(isFigure ? column.RightAligned().NoWrap() : column);
        }

        return table;
    }

    /// <summary>The table that a file holds, where its name does not say so already.</summary>
    public static string? TableOf(string file, string? table) =>
        string.Equals(Path.GetFileNameWithoutExtension(file), table, StringComparison.Ordinal) ? null : table;

    public static IReadOnlyList<IRenderable> Cells(params IReadOnlyList<object?> values) =>
        [.. values.Select(value => new Text(value switch
        {
            null => "",
            IFormattable figure => figure.ToString("N0", CultureInfo.InvariantCulture),
            _ => value.ToString() ?? "",
        }))];
}
