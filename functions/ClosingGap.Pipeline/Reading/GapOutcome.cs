namespace ClosingGap.Pipeline.Reading;

/// <summary>Whether gaps were found, and if not, why.</summary>
public enum GapOutcome
{
    /// <summary>They were found.</summary>
    Found = 0,

    /// <summary>Nothing is published of the district.</summary>
    NothingPublished = 1,

    /// <summary>There is no dimension of that name, or it is a combination that the district's profile does not name.</summary>
    UnknownDimension = 2,

    /// <summary>What the district delivers does not tell the dimension.</summary>
    NotTold = 3,

    /// <summary>Nothing is published of such a school.</summary>
    UnknownSchool = 4,

    /// <summary>The district has no measure of that name.</summary>
    UnknownMeasure = 5,
}
