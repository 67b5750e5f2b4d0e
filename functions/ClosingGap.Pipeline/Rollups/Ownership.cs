namespace ClosingGap.Pipeline.Rollups;

/// <summary>
/// Which of several districts counts a student: of those whose membership covers their as-of date, the one that began last; where none
/// does, the one that ended last. Of equals, the first by id.
/// </summary>
public static class Ownership
{
    /// <summary>The place that counts.</summary>
    /// <param name="places">At least one; one for each district.</param>
    public static StudentPlace OwnerOf(IReadOnlyList<StudentPlace> places)
    {
        ArgumentNullException.ThrowIfNull(places);
        var owner = places[0];
        for (var i = 1; i < places.Count; i++)
        {
            owner = IsBefore(places[i], owner) ? places[i] : owner;
        }

        return owner;
    }

    private static bool IsBefore(StudentPlace one, StudentPlace other)
    {
        if (one.Covers != other.Covers)
        {
            return one.Covers;
        }

        var (mine, its) = one.Covers ? (one.Begin, other.Begin) : (one.End, other.End);
        return mine != its ? mine > its : one.District < other.District;
    }
}
