namespace ClosingGap.Pipeline.Drops;

/// <summary>How many students and sections of another system's export were found in the roster. The report names the rows of those that were not.</summary>
/// <param name="StudentsJoined">Students found.</param>
/// <param name="StudentsNotJoined">Students whose identifier no student of the roster has.</param>
/// <param name="StudentsAmbiguous">Students whose identifier several students of the roster have.</param>
/// <param name="StudentsWithoutId">Students for whom the export holds no identifier of the SIS.</param>
/// <param name="SectionsJoined">Sections found.</param>
/// <param name="SectionsNotJoined">Sections that were not.</param>
public sealed record DropJoins(
    long StudentsJoined, long StudentsNotJoined, long StudentsAmbiguous, long StudentsWithoutId, long SectionsJoined, long SectionsNotJoined);
