using System.Text;

namespace ClosingGap.Ingest.Tests.Fuzz;

/// <summary>Changes of one file: of its bytes, and of its rows, columns and cells as far as commas and line feeds tell them.</summary>
internal static class FuzzText
{
    private static readonly string[] s_cells =
    [
        "", " ", "\"", "\"\"", "\"a\nb\"", "a\"b", "\"a\"b", "=1+1", "-1", "+5", "@x", "\t", "2026-02-30", "02/03/2026", "20260203", "13/13/2026", "0", "-0", "007", "1e9", "1e999",
        "99999999999999999999999999999999", "٣", "０１", "u1\u200B", "u1\u200F", "\u202Eu1", "u\u0301", "ú", "\u043E1", "u1\0", "\uFEFFu1", "\uFFFD", "ext:", "ext:x", "ext:any", "true", "TRUE",
        "yes", "u1", "u2", "u1,u2", "\"u1,u2\"", "\",\"", "\"u1,,u9\"", "\"u9,u8\"", "s1", "y1", "tobedeleted", "active", "delta", "bulk", "absent", "1.1", "1.2", "9.9", "{a:b}", "{:}", "KG", "k",
        "district", "school", "2025", "0000", "9999-12-31", "0001-01-01", "2024-02-29T23:59:60.000Z", "2024-13-01T00:00:00.000Z", "\r", "\r\r", "urn:uuid:x",
    ];

    private static readonly byte[][] s_bytes = [[0], [0xFF], [0xC3], [0xEF, 0xBB, 0xBF], [0xED, 0xA0, 0x80], [0xF4, 0x90, 0x80, 0x80], "\""u8.ToArray(), ","u8.ToArray(), "\n"u8.ToArray(), "\r"u8.ToArray(), "\r\n"u8.ToArray(), "\n\n"u8.ToArray()];

    private static readonly Func<Random, byte[], byte[]>[] s_changes =
        [Flip, Put, Cut, Repeat, Truncate, Cell, Cell, Cell, Cell, LongCell, DropRow, RepeatRow, SwapRows, BlankRow, RepeatHeader, Column, Column, LineEnds, Utf16];

    /// <summary>One change at random.</summary>
    public static byte[] Change(Random random, byte[] content) => s_changes[random.Next(s_changes.Length)](random, content);

    private static byte[] Flip(Random random, byte[] content)
    {
        var changed = content.ToArray();
        if (changed.Length > 0)
        {
            changed[random.Next(changed.Length)] ^= (byte)(1 << random.Next(8));
        }

        return changed;
    }

    private static byte[] Put(Random random, byte[] content)
    {
        var at = random.Next(content.Length + 1);
        return [.. content[..at], .. s_bytes[random.Next(s_bytes.Length)], .. content[at..]];
    }

    private static byte[] Cut(Random random, byte[] content)
    {
        var (from, to) = Range(random, content);
        return [.. content[..from], .. content[to..]];
    }

    private static byte[] Repeat(Random random, byte[] content)
    {
        var (from, to) = Range(random, content);
        return [.. content[..to], .. content[from..]];
    }

    private static byte[] Truncate(Random random, byte[] content) => content[..random.Next(content.Length + 1)];

    private static byte[] Cell(Random random, byte[] content) => OfRow(random, content, (row, _) =>
    {
        var cells = row.Split(',');
        cells[random.Next(cells.Length)] = s_cells[random.Next(s_cells.Length)];
        return string.Join(',', cells);
    });

    private static byte[] LongCell(Random random, byte[] content) =>
        OfRow(random, content, (row, _) => row + new string("x,\""[random.Next(3)], 1 << random.Next(4, 18)));

    private static byte[] DropRow(Random random, byte[] content) => OfRow(random, content, static (_, _) => null);

    private static byte[] RepeatRow(Random random, byte[] content) => OfRow(random, content, static (row, _) => row + "\n" + row);

    private static byte[] BlankRow(Random random, byte[] content) => OfRow(random, content, static (row, _) => "\n" + row);

    private static byte[] RepeatHeader(Random random, byte[] content) => OfRow(random, content, static (row, rows) => row + "\n" + rows[0]);

    private static byte[] SwapRows(Random random, byte[] content)
    {
        var rows = Rows(content);
        var (first, second) = (random.Next(rows.Length), random.Next(rows.Length));
        (rows[first], rows[second]) = (rows[second], rows[first]);
        return Join(rows);
    }

    /// <summary>Takes a column away, or puts it elsewhere, or doubles it, in every row.</summary>
    private static byte[] Column(Random random, byte[] content)
    {
        var rows = Rows(content);
        var (from, to, keeps) = (random.Next(12), random.Next(12), random.Next(3) == 0);
        for (var row = 0; row < rows.Length; row++)
        {
            var cells = rows[row].Split(',').ToList();
            if (from >= cells.Count)
            {
                continue;
            }

            var cell = cells[from];
            if (!keeps)
            {
                cells.RemoveAt(from);
            }

            if (to % 3 > 0)
            {
                cells.Insert(Math.Min(to, cells.Count), cell);
            }

            rows[row] = string.Join(',', cells);
        }

        return Join(rows);
    }

    private static byte[] LineEnds(Random random, byte[] content) =>
        Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(content).Replace("\n", random.Next(2) == 0 ? "\r\n" : "\r", StringComparison.Ordinal));

    private static byte[] Utf16(Random random, byte[] content) =>
        random.Next(4) == 0 ? Encoding.Unicode.GetBytes(Encoding.UTF8.GetString(content)) : Encoding.Latin1.GetBytes(Encoding.UTF8.GetString(content));

    private static byte[] OfRow(Random random, byte[] content, Func<string, string[], string?> change)
    {
        var rows = Rows(content);
        var at = random.Next(rows.Length);
        var changed = change(rows[at], rows);
        return Join([.. rows[..at], .. changed is null ? Array.Empty<string>() : [changed], .. rows[(at + 1)..]]);
    }

    private static string[] Rows(byte[] content) => Encoding.UTF8.GetString(content).Split('\n');

    private static byte[] Join(string[] rows) => Encoding.UTF8.GetBytes(string.Join('\n', rows));

    private static (int From, int To) Range(Random random, byte[] content)
    {
        var from = random.Next(content.Length + 1);
        return (from, Math.Min(content.Length, from + random.Next(1, 64)));
    }
}
