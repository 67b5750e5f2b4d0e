using System.Buffers;
using System.Buffers.Binary;
using System.IO.Compression;
using ClosingGap.Ingest.Canonical;

namespace ClosingGap.Ingest.Snapshot;

/// <summary>The staged file of one shard of one table while it is written. It is open only during a flush: there may be thousands.</summary>
internal sealed class StagedFile(string path, CanonicalTable table)
{
    private const int BrotliQuality = 1;
    private const int BrotliWindow = 18;

    public StagedBuffer Buffer { get; } = new();

    /// <summary>Rows on disk.</summary>
    public long Rows { get; private set; }

    public FileInfo Path { get; } = new(path);

    /// <summary>Appends the buffered rows as a block.</summary>
    public async Task FlushAsync(CancellationToken cancellationToken)
    {
        if (Buffer.Rows == 0)
        {
            return;
        }

        var length = Buffer.Written.Length;
        var packed = ArrayPool<byte>.Shared.Rent(StagedFormat.BlockHeaderBytes + BrotliEncoder.GetMaxCompressedLength(length));
        try
        {
            if (!BrotliEncoder.TryCompress(
                Buffer.Written, packed.AsSpan(StagedFormat.BlockHeaderBytes), out var packedLength, BrotliQuality, BrotliWindow))
            {
                throw new InvalidOperationException("Brotli needs more room than it said.");
            }

            WriteHeader(packed, Buffer, packedLength);
            await AppendAsync(packed.AsMemory(0, StagedFormat.BlockHeaderBytes + packedLength), cancellationToken);
            Rows += Buffer.Rows;
            Buffer.Clear();
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(packed, clearArray: true);
        }
    }

    /// <summary>Writes the end, by which a reader knows that the file is whole.</summary>
    public async Task CompleteAsync(CancellationToken cancellationToken)
    {
        await FlushAsync(cancellationToken);
        var end = new byte[StagedFormat.EndBytes];
        BinaryPrimitives.WriteInt64LittleEndian(end.AsSpan(StagedFormat.BlockHeaderBytes), Rows);
        await AppendAsync(end, cancellationToken);
    }

    private static void WriteHeader(Span<byte> target, StagedBuffer rows, int packedLength)
    {
        BinaryPrimitives.WriteInt32LittleEndian(target, rows.Rows);
        BinaryPrimitives.WriteInt32LittleEndian(target[4..], rows.Written.Length);
        BinaryPrimitives.WriteInt32LittleEndian(target[8..], packedLength);
        BinaryPrimitives.WriteUInt32LittleEndian(target[12..], StagedFormat.Checksum(rows.Written));
    }

    private async Task AppendAsync(ReadOnlyMemory<byte> bytes, CancellationToken cancellationToken)
    {
        await using var file = new FileStream(
            Path.FullName, Rows == 0 ? FileMode.Create : FileMode.Append, FileAccess.Write, FileShare.None, bufferSize: 0, useAsync: false);
        if (Rows == 0)
        {
            await file.WriteAsync(FileHeader(), cancellationToken);
        }

        await file.WriteAsync(bytes, cancellationToken);
    }

    private byte[] FileHeader()
    {
        using var header = new MemoryStream();
        header.Write(StagedFormat.Magic);
        using (var writer = new BinaryWriter(header, StagedFormat.Utf8, leaveOpen: true))
        {
            writer.Write(table.Columns.Count);
            foreach (var column in table.Columns)
            {
                writer.Write(column.Name);
            }
        }

        return header.ToArray();
    }
}
