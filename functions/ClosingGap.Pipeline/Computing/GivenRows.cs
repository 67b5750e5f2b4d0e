namespace ClosingGap.Pipeline.Computing;

/// <summary>The rows of a table whose maker makes nothing of some.</summary>
internal static class GivenRows
{
    /// <summary>The values of a student, without those of which the maker makes nothing.</summary>
    public static T[] Given<T>(this ShardTable<T?> table, int student)
        where T : struct => table.Of<T>(student, IsGiven);

    private static bool IsGiven<T>(T? made, out T value)
        where T : struct
    {
        value = made.GetValueOrDefault();
        return made.HasValue;
    }
}
