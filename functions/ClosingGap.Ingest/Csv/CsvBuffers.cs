using System.Buffers;

namespace ClosingGap.Ingest.Csv;

/// <summary>Gives rented arrays back so that nothing of a file is left to who rents them next.</summary>
internal static class CsvBuffers
{
    /// <summary>Clears what was used and gives the array back; an empty one was never rented.</summary>
    public static void Return(byte[] array, int used)
    {
        if (array.Length > 0)
        {
            Array.Clear(array, 0, Math.Min(used, array.Length));
            ArrayPool<byte>.Shared.Return(array);
        }
    }
}
