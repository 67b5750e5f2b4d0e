using System.Diagnostics;

namespace ClosingGap.Storage.Tests.Sqlite;

/// <summary>Starts <see cref="ChildWriter"/> as a process of its own.</summary>
internal static class ChildProcess
{
    public static Process Start(string databasePath, string mode)
    {
        var start = new ProcessStartInfo("dotnet")
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        };
        start.ArgumentList.Add(typeof(ChildWriter).Assembly.Location);
        start.Environment[ChildWriter.PathVariable] = databasePath;
        start.Environment[ChildWriter.ModeVariable] = mode;
        return Process.Start(start)!;
    }
}
