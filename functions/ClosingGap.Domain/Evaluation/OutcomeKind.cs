namespace ClosingGap.Domain.Evaluation;

/// <summary>What became of a student.</summary>
public enum OutcomeKind
{
    /// <summary>Nothing is known. It is never counted.</summary>
    Unknown = 0,

    /// <summary>Earned a regular diploma.</summary>
    Graduated = 1,

    /// <summary>Left school without a diploma and did not go on elsewhere.</summary>
    DroppedOut = 2,

    /// <summary>Fails no course by the latest marks of the later data: those of the next year, or of the end of the same one.</summary>
    PassingCourses = 3,

    /// <summary>Fails one course or more by the latest marks of the later data.</summary>
    FailingCourses = 4,

    /// <summary>Left otherwise: transferred, emigrated or died. What came of it is not known here.</summary>
    LeftOtherwise = 5,
}
