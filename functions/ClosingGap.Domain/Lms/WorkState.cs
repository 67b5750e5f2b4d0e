namespace ClosingGap.Domain.Lms;

/// <summary>What became of expected work. Of several rows on one assignment the greatest state counts, so that their order does not.</summary>
internal enum WorkState
{
    /// <summary>Due and not handed in.</summary>
    Missing = 0,

    /// <summary>The LMS says something that is not understood, without a time; counts nowhere.</summary>
    Unknown = 1,

    /// <summary>Handed in after it was due.</summary>
    Late = 2,
    OnTime = 3,

    /// <summary>Not asked of this student; counts nowhere.</summary>
    Excused = 4,
}
