using System.Formats.Tar;

namespace ClosingGap.Ingest.Packages;

/// <summary>Tells pipes, sockets and devices from files: to open one could wait for ever.</summary>
internal static class SpecialFiles
{
    /// <summary>True when it is no ordinary file. All others show a length, so only empty ones are looked at.</summary>
    public static bool IsSpecial(FileInfo file)
    {
        if (OperatingSystem.IsWindows() || file.Length > 0)
        {
            return false;
        }

        // The writer of tar archives asks the system for the type, without opening what is no ordinary file.
        try
        {
            using var archive = new MemoryStream();
            using (var writer = new TarWriter(archive, leaveOpen: true))
            {
                writer.WriteEntry(file.FullName, "file");
            }

            archive.Position = 0;
            using var reader = new TarReader(archive);
            return reader.GetNextEntry() is not { EntryType: TarEntryType.RegularFile or TarEntryType.V7RegularFile };
        }
        catch (IOException)
        {
            // A socket has no place in an archive.
            return true;
        }
    }
}
