namespace ClosingGap.Domain.Roster;

/// <summary>A test as far as verdicts need it.</summary>
/// <param name="Identifier">Its identifier.</param>
/// <param name="Family">The family it belongs to, such as SAT or ACT, or null.</param>
/// <param name="Subject">The subject as the export calls it, or null.</param>
/// <param name="Grade">The grade for which it is made (CEDS code), or null.</param>
public sealed record AssessmentInfo(string Identifier, string? Family = null, string? Subject = null, string? Grade = null);
