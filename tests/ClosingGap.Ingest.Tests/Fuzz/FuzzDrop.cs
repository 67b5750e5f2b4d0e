using System.IO.Compression;
using System.Text;
using ClosingGap.Ingest.Profiles;
using ClosingGap.Ingest.Validation;

namespace ClosingGap.Ingest.Tests.Fuzz;

/// <summary>A package that is being spoiled: its files, and what is done to the zip of them.</summary>
internal sealed class FuzzDrop
{
    public List<(string Name, byte[] Content)> Files { get; init; } = [];

    /// <summary>Changes of the finished zip, in order.</summary>
    public List<Func<byte[], byte[]>> OfZip { get; } = [];

    /// <summary>The profile that maps the files; null: they follow the standard.</summary>
    public DistrictProfile? Profile { get; init; }

    /// <summary>The roster to which another system's students and sections are joined; null: there is none.</summary>
    public JoinReferenceReader? Roster { get; init; }

    /// <summary>True when a header may hold what was planted in the rows: the names of columns are shown in reports.</summary>
    public bool HeadersHold(string secret) =>
        OfZip.Count > 0 || Files.Exists(file => file.Name.Contains(secret, StringComparison.Ordinal)
            || Encoding.UTF8.GetString(file.Content).Split('\n')[0].Contains(secret, StringComparison.Ordinal));

    public byte[] ToZip()
    {
        var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, content) in Files)
            {
                using var entry = zip.CreateEntry(name, content.Length % 2 == 0 ? CompressionLevel.NoCompression : CompressionLevel.Fastest).Open();
                entry.Write(content);
            }
        }

        return OfZip.Aggregate(stream.ToArray(), static (zip, change) => change(zip));
    }
}
