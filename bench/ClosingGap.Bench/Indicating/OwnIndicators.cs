using ClosingGap.Domain.Indicators;
using ClosingGap.Domain.Milestones;
using ClosingGap.Domain.Roster;
using ClosingGap.Domain.Settings;
using ClosingGap.Domain.Verdicts;
using ClosingGap.Ingest.Profiles;
using ClosingGap.Pipeline;
using ClosingGap.Pipeline.Computing;
using ClosingGap.Pipeline.Districts;
using ClosingGap.Pipeline.Ports;
using ClosingGap.Pipeline.Snapshots;
using ClosingGap.Storage;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace ClosingGap.Bench.Indicating;

/// <summary>The product's own way: every fact and every verdict of every student, shard by shard, one shard on each core at a time. Results are dropped.</summary>
internal static class OwnIndicators
{
    private static readonly DistrictId s_district = DistrictId.Parse("TX-990001");

    private static readonly Dictionary<string, string[]> s_core = new(StringComparer.Ordinal)
    {
        ["users"] = ["role", "grades"],
        ["roles"] = ["role", "orgSourcedId"],
        ["schoolEnrollments"] = ["schoolSourcedId", "schoolYear", "entryDate", "exitWithdrawDate", "graduationPlanType"],
        ["attendance"] = ["schoolSourcedId", "classSourcedId", "eventDate", "attendanceEventCategory", "eventDuration"],
        ["gradingPeriodGrades"] = ["classSourcedId", "academicSessionSourcedId", "gradeType", "letterGrade", "numericGrade", "asOfDate"],
        ["courseTranscripts"] = ["earnedCredits", "courseRepeatCode"],
    };

    /// <summary>All facts and verdicts.</summary>
    public static Task<(long Students, CoreTotals Totals)> AllAsync(string folder, CancellationToken cancellationToken) =>
        RunAsync(folder, null, static (student, year, settings, milestones) => Of(StudentAssessment.Assess(student, year, settings, milestones)), cancellationToken);

    /// <summary>Attendance, failures and credits alone, from the tables that they need.</summary>
    public static Task<(long Students, CoreTotals Totals)> CoreAsync(string folder, CancellationToken cancellationToken) =>
        RunAsync(folder, s_core, static (student, year, settings, _) => Core(student, year, settings), cancellationToken);

    private static async Task<(long Students, CoreTotals Totals)> RunAsync(
        string folder, IReadOnlyDictionary<string, string[]>? only, Func<StudentRecord, SchoolYearContext, VerdictSettings, MilestoneSet, CoreTotals> compute, CancellationToken cancellationToken)
    {
        await using var services = Services(folder);
        var snapshots = services.GetRequiredService<SnapshotStore>();
        var manifest = (await snapshots.FindPublishedAsync(s_district, cancellationToken))!;
        var registration = (await services.GetRequiredService<DistrictRegistry>().FindAsync(s_district, cancellationToken))!;
        var context = await services.GetRequiredService<ComputeContextBuilder>().BuildAsync(s_district, registration, manifest, false, cancellationToken);
        var settings = (await services.GetRequiredService<DistrictProfiles>().GetAsync(new SourceRegistration("", context.Profile), cancellationToken)).Settings.Verdicts;
        var year = await services.GetRequiredService<SchoolYearContexts>().GetAsync(s_district, manifest, context, settings, cancellationToken);
        var milestones = new MilestoneSet(context.Milestones).InForceOn(context.AsOf);
        var parts = new (long Students, CoreTotals Totals)[manifest.ShardCount];
        await Parallel.ForAsync(
            0, manifest.ShardCount, new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount, CancellationToken = cancellationToken }, async (shard, token) =>
            {
                var students = await ShardStudents.ReadAsync(snapshots, s_district, manifest, shard, year, token, only);
                var totals = new CoreTotals(0, 0, 0, 0, 0);
                for (var i = 0; i < students.Count; i++)
                {
                    totals = Add(totals, compute(students[i], year, settings, milestones));
                }

                parts[shard] = (students.Count, totals);
            });
        return (parts.Sum(part => part.Students), parts.Select(part => part.Totals).Aggregate(Add));
    }

    private static CoreTotals Core(StudentRecord student, SchoolYearContext year, VerdictSettings settings)
    {
        var memberships = YearMemberships.Of(student.Learning, year);
        return Of(
            AttendanceIndicator.MeasureStudent(student.Learning, memberships, year, settings.Attendance),
            CourseFailureIndicator.MeasureAll(student.Learning, year, settings.Grades),
            CreditIndicator.Measure(student.Learning, memberships, year, settings.Credits));
    }

    private static CoreTotals Of(StudentResult result) =>
        Of(result.Fact(IndicatorIds.AttendanceRate)!, result.Fact(IndicatorIds.CourseFailures)!, result.Fact(IndicatorIds.CreditsEarned)!);

    private static CoreTotals Of(Fact attendance, Fact courses, Fact credits) =>
        new(attendance.Numerator, attendance.Denominator, courses.Numerator, courses.Denominator, credits.Numerator);

    private static CoreTotals Add(CoreTotals one, CoreTotals other) => new(
        one.AbsentHalfDays + other.AbsentHalfDays,
        one.MemberHalfDays + other.MemberHalfDays,
        one.FailedClasses + other.FailedClasses,
        one.GradedClasses + other.GradedClasses,
        one.CreditHundredths + other.CreditHundredths);

    private static ServiceProvider Services(string folder)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["ClosingGap:Store:Sqlite:Path"] = Path.Combine(folder, SnapshotFolder.Documents),
            ["ClosingGap:StudentKeySecret"] = Convert.ToBase64String(new byte[32]),
            ["AzureWebJobsStorage"] = "UseDevelopmentStorage=true",
        }).Build();
        return new ServiceCollection()
            .AddSingleton<IConfiguration>(configuration)
            .AddSingleton<IBlobStore>(new FolderBlobs(folder))
            .AddClosingGapStorage(configuration)
            .AddClosingGapPipeline(configuration)
            .BuildServiceProvider();
    }
}
