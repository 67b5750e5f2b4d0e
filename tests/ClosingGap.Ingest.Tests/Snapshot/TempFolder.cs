namespace ClosingGap.Ingest.Tests.Snapshot;

/// <summary>A directory of one test, deleted at its end.</summary>
internal sealed class TempFolder : IDisposable
{
    public DirectoryInfo Directory { get; } = System.IO.Directory.CreateTempSubdirectory("closinggap-snapshot-");

    public void Dispose() => Directory.Delete(recursive: true);
}
