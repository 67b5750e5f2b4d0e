namespace ClosingGap.SampleData;

/// <summary>Everything that decides what is written, and nothing that grows with the number of students but the schools.</summary>
internal sealed class DistrictModel
{
    public DistrictModel(SampleOptions options)
    {
        Options = options;
        Calendar = new SchoolCalendar(options);
        Plan = new DistrictPlan(options);
        Students = new StudentFactory(options, Plan);
        Attendance = new AttendanceModel(options, Calendar, Plan, Students);
        Grades = new GradeModel(options);
        Transcripts = new TranscriptModel(options, Calendar, Grades);
        Discipline = new DisciplineModel(options, Calendar, Attendance);
        Tests = new TestModel(options, Calendar);
    }

    public SampleOptions Options { get; }

    public SchoolCalendar Calendar { get; }

    public DistrictPlan Plan { get; }

    public StudentFactory Students { get; }

    public AttendanceModel Attendance { get; }

    public GradeModel Grades { get; }

    public TranscriptModel Transcripts { get; }

    public DisciplineModel Discipline { get; }

    public TestModel Tests { get; }

    /// <summary>The students with an enrollment begun by the as-of day, made one by one.</summary>
    public IEnumerable<Student> KnownStudents()
    {
        for (var number = 0; number < Students.Count; number++)
        {
            var student = Students.Create(number);
            if (student.IsKnown(Calendar))
            {
                yield return student;
            }
        }
    }
}
