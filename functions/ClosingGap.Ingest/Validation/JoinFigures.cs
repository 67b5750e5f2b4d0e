namespace ClosingGap.Ingest.Validation;

/// <summary>How many students and sections of another system were found among those of the SIS.</summary>
/// <param name="StudentsJoined">Students found.</param>
/// <param name="StudentsNotJoined">Students whose identifier no student of the SIS has.</param>
/// <param name="StudentsAmbiguous">Students whose identifier several students of the SIS have.</param>
/// <param name="StudentsWithoutId">Students for whom the other system holds no identifier of the SIS.</param>
/// <param name="SectionsJoined">Sections found.</param>
/// <param name="SectionsNotJoined">Sections without an identifier, or whose identifier no class or several classes have.</param>
public sealed record JoinFigures(
    long StudentsJoined, long StudentsNotJoined, long StudentsAmbiguous, long StudentsWithoutId, long SectionsJoined, long SectionsNotJoined);
