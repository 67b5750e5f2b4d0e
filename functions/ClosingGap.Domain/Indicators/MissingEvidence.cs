namespace ClosingGap.Domain.Indicators;

/// <summary>Why a fact cannot carry a verdict.</summary>
public enum MissingEvidence
{
    /// <summary>Nothing is missing.</summary>
    None = 0,

    /// <summary>The snapshot lacks the table the fact is made from.</summary>
    Table = 1,

    /// <summary>The table is there and holds nothing about this student.</summary>
    Rows = 2,

    /// <summary>The student has no membership on an instructional day so far.</summary>
    Membership = 3,

    /// <summary>The student has membership days, but attendance was not submitted for any.</summary>
    Submission = 4,

    /// <summary>No graduation plan with required credits is known for the student.</summary>
    Plan = 5,

    /// <summary>Something was recorded without its length.</summary>
    Length = 6,

    /// <summary>The student has no account in the learning management system.</summary>
    Account = 7,

    /// <summary>Incidents were recorded without the kind of behavior.</summary>
    Behavior = 8,
}
