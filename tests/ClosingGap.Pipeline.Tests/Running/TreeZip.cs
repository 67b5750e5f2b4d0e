namespace ClosingGap.Pipeline.Tests.Running;

/// <summary>A tree of CSV files as the zip that is dropped.</summary>
internal static class TreeZip
{
    public static byte[] Of(string folder) => SamplePackage.Of(
    [
        .. Directory.GetFiles(folder, "*.csv", SearchOption.AllDirectories)
            .Select(file => (Path.GetRelativePath(folder, file).Replace('\\', '/'), File.ReadAllText(file))),
    ]).ToZip();
}
