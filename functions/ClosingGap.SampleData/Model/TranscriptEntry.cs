namespace ClosingGap.SampleData;

/// <summary>One row of courseTranscripts.csv: half a credit attempted in semester 0 (fall) or 1 (spring), or in the summer when it repeats that one.</summary>
internal readonly record struct TranscriptEntry(int Grade, Course Course, int Semester, int Score, bool Repeat, School School)
{
    /// <summary>Half a credit, in hundredths.</summary>
    public const int Attempted = 50;

    public string Term => Repeat ? "Summer Semester" : Semester == 0 ? "Fall Semester" : "Spring Semester";

    /// <summary>Unique among the student's rows, and the same on every night.</summary>
    public string Key => $"{Grade:D2}-{Course.Key}-{(Semester == 0 ? "F" : "S")}{(Repeat ? "R" : string.Empty)}";

    public int Earned => Score >= GradeModel.PassMark ? Attempted : 0;
}
