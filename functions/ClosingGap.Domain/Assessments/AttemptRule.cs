namespace ClosingGap.Domain.Assessments;

/// <summary>Which of several attempts counts; a definition declares it.</summary>
public enum AttemptRule
{
    /// <summary>The highest: a level met before one not met, then the higher score.</summary>
    Best = 0,

    /// <summary>The one taken first.</summary>
    First = 1,

    /// <summary>The one taken last.</summary>
    Latest = 2,
}
