using System.Runtime.CompilerServices;

namespace ClosingGap.Pipeline.Contributing;

/// <summary>Merges sorted sequences. It holds one value of each.</summary>
internal static class SortedMerge
{
    /// <summary>How many files are merged at once; of more, parts are merged first.</summary>
    public const int FanIn = 64;

    /// <summary>All values of all sequences in order; of equal ones that of the earlier sequence first.</summary>
    public static async IAsyncEnumerable<T> MergeAsync<T>(
        IReadOnlyList<IAsyncEnumerable<T>> sorted, IComparer<T> order, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var readers = new List<IAsyncEnumerator<T>>(sorted.Count);
        try
        {
            var next = new PriorityQueue<int, (T Value, int Reader)>(Comparer<(T Value, int Reader)>.Create((one, other) =>
                order.Compare(one.Value, other.Value) is var by and not 0 ? by : one.Reader.CompareTo(other.Reader)));
            foreach (var sequence in sorted)
            {
                readers.Add(sequence.GetAsyncEnumerator(cancellationToken));
                if (await readers[^1].MoveNextAsync())
                {
                    next.Enqueue(readers.Count - 1, (readers[^1].Current, readers.Count - 1));
                }
            }

            while (next.TryDequeue(out var reader, out var least))
            {
                yield return least.Value;
                if (await readers[reader].MoveNextAsync())
                {
                    next.Enqueue(reader, (readers[reader].Current, reader));
                }
            }
        }
        finally
        {
            foreach (var reader in readers)
            {
                await reader.DisposeAsync();
            }
        }
    }
}
