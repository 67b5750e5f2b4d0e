using System.Buffers.Binary;
using System.Globalization;
using System.IO.Compression;
using System.Text;
using ClosingGap.Ingest.Diagnostics;
using ClosingGap.Ingest.Packages;
using ClosingGap.Ingest.Tests.OneRoster;
using ClosingGap.Ingest.Validation;

namespace ClosingGap.Ingest.Tests.Packages;

/// <summary>Zips that no export makes.</summary>
public sealed class HostileZipTests
{
    private static readonly byte[] s_directory = [0x50, 0x4b, 0x01, 0x02];

    [Fact]
    public async Task Open_EntriesThatShareTheirBytes_IsRefused()
    {
        // Both headers of the directory point to the first file.
        var zip = Zip(("a.csv", "one"), ("b.csv", "two"));
        var first = zip.AsSpan().IndexOf(s_directory);
        var second = first + 4 + zip.AsSpan(first + 4).IndexOf(s_directory);
        BinaryPrimitives.WriteInt32LittleEndian(zip.AsSpan(second + 42), 0);

        await AssertRefusedAsync(DiagnosticCodes.PackageOverlappingEntries, zip);
    }

    [Fact]
    public async Task Open_CompressedLengthThatHidesTheRatio_IsRefused()
    {
        var zip = Zip(("a.csv", new string('0', 8 << 20)), ("b.csv", "1"));
        BinaryPrimitives.WriteInt32LittleEndian(zip.AsSpan(zip.AsSpan().IndexOf(s_directory) + 20), 1 << 20);

        await AssertRefusedAsync(DiagnosticCodes.PackageOverlappingEntries, zip);
    }

    [Fact]
    public async Task Open_ManySmallBombs_AreRefusedTogether()
    {
        var files = Enumerable.Range(0, 100).Select(number => ($"{number}.csv", new string('0', 1 << 20))).ToArray();

        await AssertRefusedAsync(DiagnosticCodes.PackageExpansionRatio, Zip(files));
    }

    [Theory]
    [InlineData("Users.csv", "users.CSV")]
    [InlineData("a/b.csv", "a\\b.csv")]
    public async Task Open_NamesThatAnotherSystemTakesForOne_AreRefused(string first, string second) =>
        await AssertRefusedAsync(DiagnosticCodes.PackageDuplicateFile, Zip((first, "1"), (second, "2")));

    [Theory]
    [InlineData("u\u202Esv.csv")]
    [InlineData("us\u200Bers.csv")]
    [InlineData("users\u2028.csv")]
    public async Task Open_NameWithUnseenCharacters_IsRefused(string name) => await AssertRefusedAsync(DiagnosticCodes.PackageUnsafeName, Zip((name, "1")));

    [Fact]
    public async Task Open_NameOfThousandsOfCharacters_IsRefused() =>
        await AssertRefusedAsync(DiagnosticCodes.PackageUnsafeName, Zip((new string('a', 2_000), "1")));

    [Theory]
    [InlineData("x\0.csv")]
    [InlineData("..")]
    [InlineData("a/./b.csv")]
    [InlineData("\\\\server\\share\\x.csv")]
    public async Task Open_NameThatIsNoPathInside_IsRefused(string name) => await AssertRefusedAsync(DiagnosticCodes.PackagePathOutsideRoot, Zip((name, "1")));

    [Theory]
    [InlineData(0x1000)]
    [InlineData(0x2000)]
    [InlineData(0x6000)]
    [InlineData(0xC000)]
    public async Task Open_PipeOrDevice_IsRefused(int type)
    {
        var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            zip.CreateEntry("users.csv").ExternalAttributes = (type | 0x1FF) << 16;
        }

        await AssertRefusedAsync(DiagnosticCodes.PackageSpecialFile, stream.ToArray());
    }

    [Fact]
    public async Task Open_DataDescriptors_AreRead()
    {
        var stream = new MemoryStream();
        using (var zip = new ZipArchive(new WriteOnly(stream), ZipArchiveMode.Create, leaveOpen: true))
        {
            using var entry = zip.CreateEntry("a.csv").Open();
            entry.Write(Encoding.UTF8.GetBytes("one,two\n"));
        }

        var bytes = stream.ToArray();
        Assert.Equal(8, bytes[6] & 8);
        Assert.Equal("one,two\n", await ReadAsync(bytes, "a.csv"));
    }

    [Fact]
    public async Task Open_Zip64_IsRead()
    {
        // Lengths in the Zip64 field of the directory, as a writer puts them that does not know the length beforehand.
        var plain = Zip(("a.csv", "one"));
        var at = plain.AsSpan().IndexOf(s_directory);
        var end = plain.AsSpan().IndexOf("PK\x05\x06"u8);
        var (packed, length) = (BinaryPrimitives.ReadUInt32LittleEndian(plain.AsSpan(at + 20)), BinaryPrimitives.ReadUInt32LittleEndian(plain.AsSpan(at + 24)));
        var extra = new byte[20];
        BinaryPrimitives.WriteUInt16LittleEndian(extra, 1);
        BinaryPrimitives.WriteUInt16LittleEndian(extra.AsSpan(2), 16);
        BinaryPrimitives.WriteUInt64LittleEndian(extra.AsSpan(4), length);
        BinaryPrimitives.WriteUInt64LittleEndian(extra.AsSpan(12), packed);
        plain.AsSpan(at + 20, 8).Fill(0xFF);
        BinaryPrimitives.WriteUInt16LittleEndian(plain.AsSpan(at + 30), (ushort)extra.Length);
        BinaryPrimitives.WriteUInt32LittleEndian(plain.AsSpan(end + 12), (uint)(end - at + extra.Length));
        byte[] zip = [.. plain[..end], .. extra, .. plain[end..]];

        Assert.Equal("one", await ReadAsync(zip, "a.csv"));
    }

    [Fact]
    public async Task Open_GarbageBehindTheEnd_IsReadWholeOrRefused()
    {
        var zip = Zip(("a.csv", "one"));
        foreach (var garbage in new byte[][] { [0], new byte[1_000], [0x50, 0x4b, 0x05, 0x06], [.. "PK\x05\x06"u8, .. new byte[18]] })
        {
            try
            {
                Assert.Equal("one", await ReadAsync([.. zip, .. garbage], "a.csv"));
            }
            catch (PackageRefusedException refused)
            {
                Assert.Contains(refused.Code, new[] { DiagnosticCodes.PackageNotAZip, DiagnosticCodes.PackageEmpty });
            }
        }
    }

    [Fact]
    public async Task Open_CutAnywhere_IsRefusedOrReadsTheSame()
    {
        var zip = Zip(("a.csv", "one"), ("b.csv", "two"));
        for (var length = 1; length < zip.Length; length++)
        {
            Assert.Equal(
                DiagnosticCodes.PackageNotAZip,
                (await Assert.ThrowsAsync<PackageRefusedException>(() => ReadAsync(zip[..length], "a.csv"))).Code);
        }
    }

    [Fact]
    public async Task Validate_ArchiveInside_IsNamedAndNotOpened()
    {
        // An archive that holds itself over and over would never end, were it opened.
        var inner = Zip(("users.csv", "x"));
        for (var depth = 0; depth < 5; depth++)
        {
            using var stream = new MemoryStream();
            using (var outer = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
            {
                using var entry = outer.CreateEntry("inner.zip").Open();
                entry.Write(inner);
            }

            inner = stream.ToArray();
        }

        var strict = await TestPackage.Rostering().Manifest().File("inner.zip", inner).ValidateAsync(Conformance.Strict);
        var lenient = await TestPackage.Rostering().Manifest().File("inner.zip", inner).ValidateAsync(Conformance.Lenient);

        Assert.Equal(DiagnosticCodes.PackageNestedZip, strict.Result.FatalCode);
        Assert.False(lenient.Result.IsRejected);
        Assert.Equal(1, lenient.Result.CountsByCode[DiagnosticCodes.PackageNestedZip]);
    }

    [Fact]
    public async Task Validate_ManifestOfThousandsOfRows_IsFatal()
    {
        var more = Enumerable.Range(0, 5_000).Select(number => string.Create(CultureInfo.InvariantCulture, $"x{number},y")).ToArray();
        var validated = await TestPackage.Rostering().Manifest(more: more).ValidateAsync(Conformance.Lenient);

        Assert.Equal(DiagnosticCodes.ManifestTooLong, validated.Result.FatalCode);
    }

    private static byte[] Zip(params (string Name, string Content)[] files)
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

        return stream.ToArray();
    }

    private static async Task<string> ReadAsync(byte[] zip, string name)
    {
        await using var package = await ZipPackage.OpenAsync(new MemoryStream(zip), cancellationToken: TestContext.Current.CancellationToken);
        using var reader = new StreamReader(await package.OpenAsync(name, TestContext.Current.CancellationToken));
        return await reader.ReadToEndAsync(TestContext.Current.CancellationToken);
    }

    private static async Task AssertRefusedAsync(string code, byte[] zip)
    {
        var refused = await Assert.ThrowsAsync<PackageRefusedException>(async () =>
        {
            await using var package = await ZipPackage.OpenAsync(new MemoryStream(zip), cancellationToken: TestContext.Current.CancellationToken);
        });
        Assert.Equal(code, refused.Code);
        Assert.NotEmpty(refused.Remedy);
        Assert.NotNull(DiagnosticCatalogue.Find(code));
    }

    /// <summary>A stream that cannot go back, so that lengths come behind the content.</summary>
    private sealed class WriteOnly(Stream inner) : Stream
    {
        public override bool CanRead => false;

        public override bool CanSeek => false;

        public override bool CanWrite => true;

        public override long Length => throw new NotSupportedException();

        public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

        public override void Flush() => inner.Flush();

        public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => inner.Write(buffer, offset, count);
    }
}
