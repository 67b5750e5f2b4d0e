namespace ClosingGap.SampleData.Tests;

public sealed class LmsTests
{
    private const string Ends = ",CreateDate,LastModifiedDate,SourceCreateDate,SourceLastModifiedDate";

    [Theory]
    [InlineData("users", "SourceSystemIdentifier,SourceSystem,UserRole,LocalUserIdentifier,SISUserIdentifier,Name,EmailAddress")]
    [InlineData("sections", "SourceSystemIdentifier,SourceSystem,SISSectionIdentifier,Title,SectionDescription,Term,LMSSectionStatus")]
    [InlineData("section-associations", "SourceSystemIdentifier,SourceSystem,EnrollmentStatus,LMSUserSourceSystemIdentifier,LMSSectionSourceSystemIdentifier")]
    [InlineData("assignments", "SourceSystemIdentifier,SourceSystem,Title,AssignmentCategory,AssignmentDescription,StartDateTime,EndDateTime,DueDateTime,SubmissionType,MaxPoints,LMSSectionSourceSystemIdentifier")]
    [InlineData("submissions", "SourceSystemIdentifier,SourceSystem,SubmissionStatus,SubmissionDateTime,EarnedPoints,Grade,AssignmentSourceSystemIdentifier,LMSUserSourceSystemIdentifier")]
    [InlineData("grades", "SourceSystemIdentifier,SourceSystem,Grade,GradeType,LMSUserLMSSectionAssociationSourceSystemIdentifier")]
    [InlineData("section-activities", "SourceSystemIdentifier,SourceSystem,ActivityType,ActivityDateTime,ActivityStatus,ParentSourceSystemIdentifier,ActivityTimeInMinutes,LMSSectionSourceSystemIdentifier,LMSUserSourceSystemIdentifier")]
    [InlineData("system-activities", "LMSUserSourceSystemIdentifier,ActivityDateTime,SourceSystem,SourceSystemIdentifier,ActivityType,ActivityStatus,ParentSourceSystemIdentifier,ActivityTimeInMinutes")]
    public async Task LmsFiles_OfEachKind_HaveTheColumnsOfLmsUdm(string kind, string header)
    {
        using var run = await SampleRun.CreateAsync(new SampleOptions { Students = 300 });
        var files = run.Lms(kind).ToList();

        Assert.NotEmpty(files);
        Assert.All(files, f => Assert.Equal((header + Ends).Split(','), f.File.Header));
        Assert.All(files, f => Assert.EndsWith($"/{run.Summary.AsOf:yyyy-MM-dd}-22-00-00.csv", f.Path, StringComparison.Ordinal));
        Assert.All(files, f => Assert.NotEmpty(f.File.Rows));
        var ids = files.SelectMany(f => f.File.Values("SourceSystemIdentifier")).ToList();
        Assert.Equal(ids.Count, ids.Distinct().Count());
    }

    [Theory]
    [InlineData(60, 1)]
    [InlineData(1500, 0)]
    [InlineData(1500, 20)]
    public async Task LmsTree_JoinedToTheSis_FindsEveryUserSectionAndEnrollment(int students, int night)
    {
        using var run = await SampleRun.CreateAsync(new SampleOptions { Students = students, Night = night });
        var users = run.Lms("users").Single().File;
        var sections = run.Lms("sections").Single().File;
        var sisUser = users.Rows.ToDictionary(users.Column("SourceSystemIdentifier"), users.Column("SISUserIdentifier"), StringComparer.Ordinal);
        var sisSection = sections.Rows.ToDictionary(sections.Column("SourceSystemIdentifier"), sections.Column("SISSectionIdentifier"), StringComparer.Ordinal);
        Assert.Empty(sisUser.Values.Except(run["users.csv"].Values("sourcedId"), StringComparer.Ordinal));
        Assert.Empty(sisSection.Values.Except(run["classes.csv"].Values("sourcedId"), StringComparer.Ordinal));

        var enrollments = run["enrollments.csv"];
        var enrolled = enrollments.Rows.Select(r => (enrollments.Column("userSourcedId")(r), enrollments.Column("classSourcedId")(r))).ToHashSet();
        var associations = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (path, file) in run.Lms("section-associations"))
        {
            foreach (var row in file.Rows)
            {
                var section = file.Column("LMSSectionSourceSystemIdentifier")(row);
                Assert.StartsWith($"section={section}/", path, StringComparison.Ordinal);
                Assert.Contains((sisUser[file.Column("LMSUserSourceSystemIdentifier")(row)], sisSection[section]), enrolled);
                associations.Add(file.Column("SourceSystemIdentifier")(row));
            }
        }

        Assert.NotEmpty(associations);
        Assert.Equal(
            associations.Order(StringComparer.Ordinal),
            run.Lms("grades").SelectMany(f => f.File.Values("LMSUserLMSSectionAssociationSourceSystemIdentifier")).Order(StringComparer.Ordinal));
        var assignments = run.Lms("assignments").SelectMany(f => f.File.Values("SourceSystemIdentifier")).ToHashSet(StringComparer.Ordinal);
        Assert.All(run.Lms("submissions"), f => Assert.All(f.File.Values("AssignmentSourceSystemIdentifier"), a => Assert.Contains(a, assignments)));
        Assert.All(run.Lms("submissions"), f => Assert.All(f.File.Values("LMSUserSourceSystemIdentifier"), u => Assert.Contains(u, sisUser.Keys)));
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(1, 1)]
    [InlineData(7, 7)]
    [InlineData(40, 28)]
    public async Task LmsTree_WithABound_HasNoMoreSections(int bound, int expected)
    {
        using var run = await SampleRun.CreateAsync(new SampleOptions { Students = 1000, MaxLmsSections = bound });
        Assert.Equal(expected, run.Lms("sections").Sum(f => f.File.Rows.Count));
    }
}
