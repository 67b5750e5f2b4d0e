using System.Diagnostics;
using ClosingGap.Ingest.Diagnostics;
using ClosingGap.Ingest.Packages;

namespace ClosingGap.Ingest.Tests.Packages;

public sealed class FolderPackageTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("closinggap-folder-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task Open_FolderWithFolders_ListsFilesWithForwardSlashes()
    {
        Write("b.csv", "two");
        Write("a/c.csv", "three");

        await using var package = FolderPackage.Open(_folder.FullName);

        Assert.Equal([new PackageEntry("a/c.csv", 5), new PackageEntry("b.csv", 3)], package.Entries);
        using var reader = new StreamReader(await package.OpenAsync("a/c.csv", TestContext.Current.CancellationToken));
        Assert.Equal("three", await reader.ReadToEndAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public void Open_EmptyFolder_IsRefused() => AssertRefused(DiagnosticCodes.PackageEmpty);

    [Fact]
    public void Open_LinkOutOfTheFolder_IsRefused()
    {
        Write("a.csv", "one");
        File.CreateSymbolicLink(Path.Combine(_folder.FullName, "b.csv"), Path.Combine(Path.GetTempPath(), "elsewhere"));

        AssertRefused(DiagnosticCodes.PackageSymbolicLink);
    }

    [Fact]
    public async Task Open_Pipe_IsRefusedUnopened()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no pipes in folders.");
        Write("a.csv", "one");
        Write("empty.csv", string.Empty);
        FolderPackage.Open(_folder.FullName);
        using (var make = Process.Start("mkfifo", [Path.Combine(_folder.FullName, "b.csv")]))
        {
            await make.WaitForExitAsync(TestContext.Current.CancellationToken);
        }

        AssertRefused(DiagnosticCodes.PackageSpecialFile);
    }

    [Fact]
    public void Open_NamesThatDifferInCase_AreRefused()
    {
        Write("users.csv", "one");
        Write("Users.csv", "two");
        Assert.SkipWhen(_folder.GetFiles().Length == 1, "This file system does not tell case apart.");

        AssertRefused(DiagnosticCodes.PackageDuplicateFile);
    }

    [Fact]
    public void Open_AboveTheLimits_IsRefused()
    {
        Write("a.csv", new string('x', 2_000));
        Write("b.csv", "1");

        AssertRefused(DiagnosticCodes.PackageTooManyEntries, new PackageOptions { MaxEntries = 1 });
        AssertRefused(DiagnosticCodes.PackageTooLarge, new PackageOptions { MaxEntryBytes = 1_024 });
        AssertRefused(DiagnosticCodes.PackageTooLarge, new PackageOptions { MaxTotalBytes = 1_024 });
    }

    [Fact]
    public async Task Read_FileThatGrewAfterItWasListed_IsRefused()
    {
        Write("a.csv", "one");
        await using var package = FolderPackage.Open(_folder.FullName);
        Write("a.csv", "one and more");

        using var reader = new StreamReader(await package.OpenAsync("a.csv", TestContext.Current.CancellationToken));
        var refused = await Assert.ThrowsAsync<PackageRefusedException>(() => reader.ReadToEndAsync(TestContext.Current.CancellationToken));

        Assert.Equal(DiagnosticCodes.PackageLengthMismatch, refused.Code);
    }

    [Fact]
    public void Options_OutOfRange_AreRefused() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => FolderPackage.Open(_folder.FullName, new PackageOptions { MaxEntries = 0 }));

    private void Write(string name, string content)
    {
        var path = Path.Combine(_folder.FullName, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, content);
    }

    private void AssertRefused(string code, PackageOptions? options = null) =>
        Assert.Equal(code, Assert.Throws<PackageRefusedException>(() => FolderPackage.Open(_folder.FullName, options)).Code);
}
