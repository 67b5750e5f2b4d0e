namespace ClosingGap.SampleData;

/// <summary>One row of courseTranscripts.csv: half a credit attempted.</summary>
internal readonly record struct TranscriptEntry(int Grade, Course Course, string Term, int Score, bool Repeat, School School)
{
    /// <summary>Half a credit, in hundredths.</summary>
    public const int Attempted = 50;

    public int Earned => Score >= GradeModel.PassMark ? Attempted : 0;
}
