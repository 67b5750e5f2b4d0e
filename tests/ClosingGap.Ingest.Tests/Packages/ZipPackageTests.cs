using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;
using ClosingGap.Ingest.Diagnostics;
using ClosingGap.Ingest.Packages;

namespace ClosingGap.Ingest.Tests.Packages;

public sealed class ZipPackageTests
{
    private static readonly PackageOptions s_small = new() { MaxEntries = 3, MaxEntryBytes = 4_096, MaxTotalBytes = 6_000 };

    [Fact]
    public async Task Open_ManyFiles_ListsThemInOrdinalOrderAndReadsThemTwice()
    {
        await using var package = await OpenAsync(Zip(("b.csv", "two"), ("a.csv", "one"), ("d/", "")), s_small);

        Assert.Equal([new PackageEntry("a.csv", 3), new PackageEntry("b.csv", 3)], package.Entries);
        Assert.Equal("two", await ReadAsync(package, "b.csv"));
        Assert.Equal("two", await ReadAsync(package, "b.csv"));
    }

    [Theory]
    [InlineData("/etc/passwd")]
    [InlineData("../users.csv")]
    [InlineData("a/../../users.csv")]
    [InlineData("..\\users.csv")]
    [InlineData("\\users.csv")]
    [InlineData("C:\\users.csv")]
    [InlineData("c:users.csv")]
    [InlineData("a/.. /users.csv")]
    [InlineData("users\n.csv")]
    public async Task Open_PathOutsideTheRoot_IsRefused(string name) =>
        await AssertRefusedAsync(DiagnosticCodes.PackagePathOutsideRoot, Zip((name, "x")));

    [Fact]
    public async Task Open_NoZip_IsRefused() =>
        await AssertRefusedAsync(DiagnosticCodes.PackageNotAZip, new MemoryStream(Encoding.UTF8.GetBytes(new string('x', 500))));

    [Fact]
    public async Task Open_TruncatedZip_IsRefused()
    {
        var zip = Zip(("a.csv", "one"), ("b.csv", "two")).ToArray();
        await AssertRefusedAsync(DiagnosticCodes.PackageNotAZip, new MemoryStream(zip[..^30]));
    }

    [Fact]
    public async Task Open_EmptyFileAndEmptyZip_AreRefused()
    {
        await AssertRefusedAsync(DiagnosticCodes.PackageEmpty, new MemoryStream());
        await AssertRefusedAsync(DiagnosticCodes.PackageEmpty, Zip());
    }

    [Fact]
    public async Task Open_TooManyFiles_IsRefused() =>
        await AssertRefusedAsync(DiagnosticCodes.PackageTooManyEntries, Zip(("a", "1"), ("b", "1"), ("c", "1"), ("d", "1")), s_small);

    [Fact]
    public async Task Open_DuplicateFile_IsRefused() =>
        await AssertRefusedAsync(DiagnosticCodes.PackageDuplicateFile, Zip(("a.csv", "1"), ("a.csv", "2")));

    [Fact]
    public async Task Open_FileOrPackageAboveTheLimits_IsRefused()
    {
        await AssertRefusedAsync(DiagnosticCodes.PackageTooLarge, Zip(("a.csv", new string('x', 5_000))), s_small);
        await AssertRefusedAsync(DiagnosticCodes.PackageTooLarge, Zip(("a.csv", new string('x', 4_000)), ("b.csv", new string('x', 4_000))), s_small);
    }

    [Fact]
    public async Task Open_Bomb_IsRefused() =>
        await AssertRefusedAsync(DiagnosticCodes.PackageExpansionRatio, Zip(("a.csv", new string('0', 4 << 20))));

    [Fact]
    public async Task Open_SymbolicLink_IsRefused()
    {
        var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            var entry = zip.CreateEntry("users.csv");
            entry.ExternalAttributes = unchecked((int)0xA1FF0000);
            using var content = entry.Open();
            content.Write("/etc/passwd"u8);
        }

        await AssertRefusedAsync(DiagnosticCodes.PackageSymbolicLink, stream);
    }

    [Fact]
    public async Task Open_EncryptedFile_IsRefused()
    {
        var zip = Zip(("a.csv", "one")).ToArray();
        zip[6] |= 1;
        zip[IndexOf(zip, [0x50, 0x4b, 0x01, 0x02]) + 8] |= 1;

        await AssertRefusedAsync(DiagnosticCodes.PackageEncrypted, new MemoryStream(zip));
    }

    [Theory]
    [InlineData(100)]
    [InlineData(9_000)]
    public async Task Read_LengthThatTheDirectoryLiesAbout_IsRefusedWhileReading(int declared)
    {
        var zip = Zip(("a.csv", string.Join('\n', Enumerable.Range(0, 1_000)))).ToArray();
        var central = IndexOf(zip, [0x50, 0x4b, 0x01, 0x02]);
        BinaryPrimitives.WriteInt32LittleEndian(zip.AsSpan(central + 24), declared);
        BinaryPrimitives.WriteInt32LittleEndian(zip.AsSpan(22), declared);

        await using var package = await OpenAsync(new MemoryStream(zip));
        var refused = await Assert.ThrowsAsync<PackageRefusedException>(() => ReadAsync(package, "a.csv"));

        Assert.Contains(refused.Code, new[] { DiagnosticCodes.PackageLengthMismatch, DiagnosticCodes.PackageCorruptEntry });
        Assert.Equal("a.csv", refused.File);
    }

    [Fact]
    public async Task Read_DamagedContent_IsRefused()
    {
        var zip = Zip(("a.csv", string.Join('\n', Enumerable.Range(0, 5_000)))).ToArray();
        zip.AsSpan(60, 200).Fill(0xFF);

        await using var package = await OpenAsync(new MemoryStream(zip));
        var refused = await Assert.ThrowsAsync<PackageRefusedException>(() => ReadAsync(package, "a.csv"));

        Assert.Equal(DiagnosticCodes.PackageCorruptEntry, refused.Code);
    }

    [Fact]
    public async Task Open_RandomlyDamagedZip_IsReadOrRefusedWithACode()
    {
        var seed = Environment.TickCount;
        TestContext.Current.TestOutputHelper!.WriteLine($"seed {seed}");
        var random = new Random(seed);
        var sound = Zip(("a.csv", "one\n"), ("b/c.csv", string.Join(',', Enumerable.Range(0, 200)))).ToArray();
        for (var run = 0; run < 1_500; run++)
        {
            var zip = sound.ToArray();
            for (var change = 0; change < 3; change++)
            {
                zip[random.Next(zip.Length)] = (byte)random.Next(256);
            }

            try
            {
                await using var package = await OpenAsync(new MemoryStream(zip), s_small);
                foreach (var entry in package.Entries)
                {
                    await ReadAsync(package, entry.Name);
                }
            }
            catch (PackageRefusedException refused)
            {
                Assert.NotNull(DiagnosticCatalogue.Find(refused.Code));
            }
        }
    }

    private static MemoryStream Zip(params (string Name, string Content)[] files)
    {
        var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, content) in files)
            {
                using var entry = zip.CreateEntry(name).Open();
                entry.Write(Encoding.UTF8.GetBytes(content));
            }
        }

        stream.Position = 0;
        return stream;
    }

    private static int IndexOf(byte[] content, ReadOnlySpan<byte> signature) => content.AsSpan().IndexOf(signature);

    private static Task<ZipPackage> OpenAsync(Stream stream, PackageOptions? options = null) =>
        ZipPackage.OpenAsync(stream, options, cancellationToken: TestContext.Current.CancellationToken);

    private static async Task<string> ReadAsync(ZipPackage package, string name)
    {
        using var reader = new StreamReader(await package.OpenAsync(name, TestContext.Current.CancellationToken));
        return await reader.ReadToEndAsync(TestContext.Current.CancellationToken);
    }

    private static async Task AssertRefusedAsync(string code, Stream stream, PackageOptions? options = null)
    {
        var refused = await Assert.ThrowsAsync<PackageRefusedException>(() => OpenAsync(stream, options));
        Assert.Equal(code, refused.Code);
        Assert.NotEmpty(refused.Remedy);
    }
}
