using System.IO.Compression;
using System.Text;

namespace ClosingGap.EndToEnd.Packages;

/// <summary>Packages as districts, and those who mean ill, may send them.</summary>
internal static class Zips
{
    /// <summary>A zip of texts by name.</summary>
    public static byte[] Of(params IReadOnlyList<(string Name, string Text)> files)
    {
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, text) in files)
            {
                using var entry = zip.CreateEntry(name).Open();
                entry.Write(Encoding.UTF8.GetBytes(text));
            }
        }

        return bytes.ToArray();
    }

    /// <summary>A zip of a folder's files.</summary>
    public static byte[] OfFolder(string folder)
    {
        using var bytes = new MemoryStream();
        ZipFile.CreateFromDirectory(folder, bytes, CompressionLevel.Fastest, includeBaseDirectory: false);
        return bytes.ToArray();
    }

    /// <summary>A zip whose files say that a password protects them.</summary>
    public static byte[] Encrypted(byte[] zip)
    {
        var bytes = (byte[])zip.Clone();
        for (var at = 0; at + 10 < bytes.Length; at++)
        {
            var signature = BitConverter.ToUInt32(bytes, at);
            var flags = signature switch { 0x04034b50 => at + 6, 0x02014b50 => at + 8, _ => 0 };
            if (flags > 0)
            {
                bytes[flags] |= 1;
            }
        }

        return bytes;
    }

    /// <summary>A zip of a few kilobytes that unpacks to 20 MB of zeros.</summary>
    public static byte[] Bomb()
    {
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            using var entry = zip.CreateEntry("users.csv", CompressionLevel.SmallestSize).Open();
            entry.Write(new byte[20_000_000]);
        }

        return bytes.ToArray();
    }

    /// <summary>A zip with one of its files replaced.</summary>
    public static byte[] WithFile(string zip, string name, string text) => Edit(zip, (file, content) => string.Equals(file, name, StringComparison.Ordinal) ? text : content);

    /// <summary>A zip without the rows of some people. Rows are left out whose first cells name one of them.</summary>
    public static byte[] Without(string zip, IReadOnlySet<string> people) => Edit(zip, (file, content) =>
    {
        var lines = content.Split('\n');
        var header = lines[0].TrimEnd('\r').Split(',');
        var column = Array.IndexOf(header, file is "users.csv" or "demographics.csv" ? "sourcedId" : "userSourcedId");
        return column < 0 ? content : string.Join('\n', lines.Where((line, row) => row == 0 || !people.Contains(line.Split(',').ElementAtOrDefault(column) ?? "")));
    });

    private static byte[] Edit(string zip, Func<string, string, string> edit)
    {
        using var source = ZipFile.OpenRead(zip);
        return Of([.. source.Entries.Select(entry =>
        {
            using var reader = new StreamReader(entry.Open());
            return (entry.FullName, edit(entry.FullName, reader.ReadToEnd()));
        })]);
    }
}
