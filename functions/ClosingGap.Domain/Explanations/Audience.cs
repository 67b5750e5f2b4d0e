namespace ClosingGap.Domain.Explanations;

/// <summary>To whom a sentence speaks.</summary>
public enum Audience
{
    /// <summary>Teachers, counselors, principals: of the student.</summary>
    Staff = 0,

    /// <summary>The student, and who reads with them.</summary>
    Student = 1,
}
