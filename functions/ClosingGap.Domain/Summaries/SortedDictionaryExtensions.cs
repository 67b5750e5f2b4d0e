namespace ClosingGap.Domain.Summaries;

/// <summary>Finds a part of a summary, and makes it when it is not there yet.</summary>
internal static class SortedDictionaryExtensions
{
    public static TValue GetOrAdd<TValue>(this SortedDictionary<string, TValue> parts, string key)
        where TValue : class, new()
    {
        if (!parts.TryGetValue(key, out var part))
        {
            parts.Add(key, part = new TValue());
        }

        return part;
    }
}
