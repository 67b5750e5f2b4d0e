using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;

namespace ClosingGap.Local.Storage;

/// <summary>Finds out whether Node.js is there, which the storage emulator runs on.</summary>
internal static class NodeCheck
{
    private const int LowestVersion = 18;

    private static string WhatToDo =>
        $"The storage emulator needs Node.js {LowestVersion} or newer with npm. Install it from https://nodejs.org (or: apt install nodejs npm; brew install node; winget install OpenJS.NodeJS), "
        + "then start again. Or set AzureWebJobsStorage to the connection string of a storage account, which needs no emulator.";

    /// <exception cref="LocalFaultException">Node.js is missing or too old.</exception>
    public static async Task RequireAsync(CancellationToken cancellationToken)
    {
        string version;
        try
        {
            var start = new ProcessStartInfo("node") { RedirectStandardOutput = true, RedirectStandardError = true };
            start.ArgumentList.Add("--version");
            using var node = Process.Start(start)!;
            version = (await node.StandardOutput.ReadToEndAsync(cancellationToken)).Trim();
            await node.WaitForExitAsync(cancellationToken);
        }
        catch (Win32Exception)
        {
            throw new LocalFaultException($"node_missing: the program 'node' was not found. {WhatToDo}");
        }

        if (!int.TryParse(version.TrimStart('v').Split('.')[0], NumberStyles.None, CultureInfo.InvariantCulture, out var major) || major < LowestVersion)
        {
            throw new LocalFaultException($"node_too_old: the program 'node' says it is version '{version}'. {WhatToDo}");
        }
    }
}
