namespace ClosingGap.Domain.Roster;

/// <summary>Everything known of one student, typed, as the snapshot holds it.</summary>
public sealed record StudentRecord
{
    public required string SourcedId { get; init; }

    public string? GivenName { get; init; }

    public string? FamilyName { get; init; }

    /// <summary>The roles the roster gives, e.g. <c>student</c>.</summary>
    public IReadOnlyList<string> Roles { get; init; } = [];

    /// <summary>Null when the snapshot has no demographics row for the student.</summary>
    public Demographics? Demographics { get; init; }

    public IReadOnlyList<ProgramMembership> Programs { get; init; } = [];

    /// <summary>The part that verdicts read.</summary>
    public required LearningRecord Learning { get; init; }

    /// <summary>The grade of <see cref="Learning"/>.</summary>
    public string? GradeLevel => Learning.GradeLevel;

    /// <summary>Names neither the student nor the id: records end up in logs.</summary>
    public override string ToString() => nameof(StudentRecord);
}
