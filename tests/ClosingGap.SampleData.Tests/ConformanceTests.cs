using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace ClosingGap.SampleData.Tests;

public sealed partial class ConformanceTests
{
    private static readonly Dictionary<string, string> Extensions = new(StringComparer.Ordinal)
    {
        ["calendarDates.csv"] = "schoolSourcedId,date,calendarEvent,isInstructional",
        ["schoolEnrollments.csv"] = "sourcedId,userSourcedId,schoolSourcedId,schoolYear,entryDate,entryGradeLevel,entryType,exitWithdrawDate,exitWithdrawType,cohortYear,graduationPlanType,fullTimeEquivalency",
        ["studentPrograms.csv"] = "userSourcedId,characteristic,beginDate,endDate",
        ["attendance.csv"] = "userSourcedId,schoolSourcedId,classSourcedId,eventDate,attendanceEventCategory,attendanceEventReason,eventDuration,periods",
        ["gradingPeriodGrades.csv"] = "userSourcedId,classSourcedId,academicSessionSourcedId,gradeType,letterGrade,numericGrade,asOfDate",
        ["courseTranscripts.csv"] = "sourcedId,userSourcedId,schoolSourcedId,courseSourcedId,courseCode,scedCode,academicSubject,schoolYear,term,whenTakenGradeLevel,courseAttemptResult,attemptedCredits,earnedCredits,finalLetterGrade,finalNumericGrade,courseRepeatCode,creditCategory",
        ["disciplineIncidents.csv"] = "sourcedId,schoolSourcedId,incidentDate,incidentLocation,behavior,reportedToLawEnforcement",
        ["disciplineActions.csv"] = "sourcedId,incidentSourcedId,userSourcedId,discipline,disciplineDate,disciplineActionLength,actualDisciplineActionLength",
        ["assessments.csv"] = "assessmentIdentifier,title,family,academicSubject,assessedGradeLevel,assessmentCategory,scoreMin,scoreMax,version",
        ["assessmentResults.csv"] = "sourcedId,userSourcedId,assessmentIdentifier,administrationDate,assessmentPeriod,gradeLevelWhenAssessed,scoreResult,reportingMethod,standardError,performanceLevel,performanceLevelMet,reasonNotTested,retest",
        ["graduationPlans.csv"] = "graduationPlanType,orgSourcedId,schoolYear,academicSubject,requiredCredits",
    };

    private static readonly Dictionary<string, string[]> Descriptors = new(StringComparer.Ordinal)
    {
        ["calendarEvent"] = ["Instructional day", "Make-up day", "Holiday", "Teacher only day", "Weather day", "Emergency day"],
        ["attendanceEventCategory"] = ["Excused Absence", "Unexcused Absence", "Tardy"],
        ["discipline"] = ["In School Suspension", "Out of School Suspension", "Removal from Classroom", "Community Service", "No action for incident"],
        ["behavior"] = ["School Code of Conduct", "School Violation", "State Offense", "Other"],
        ["characteristic"] = ["EnglishLearner", "IDEA", "Section504", "EconomicDisadvantage", "Homeless", "FosterCare", "Migrant", "MilitaryConnected", "GiftedTalented"],
        ["courseAttemptResult"] = ["Pass", "Fail"],
        ["gradeType"] = ["Grading Period"],
        ["exitWithdrawType"] = ["", "Withdrawn", "Transferred", "Dropout", "No show"],
        ["performanceLevel"] = ["", "Below Basic", "Basic", "Proficient", "Advanced"],
        ["entryType"] = ["Next year school", "Transfer", "New to education system"],
    };

    public static TheoryData<int, int> Districts => new() { { 1, 0 }, { 120, 3 }, { 1000, 0 }, { 2500, 80 } };

    [Theory]
    [MemberData(nameof(Districts))]
    public async Task Package_AgainstTheOneRosterSchema_IsConformant(int students, int night)
    {
        var schema = OneRosterSchema.Load().GetProperty("files");
        using var run = await SampleRun.CreateAsync(new SampleOptions { Students = students, Night = night });
        var ids = run.Files.Where(f => f.Header[0] == "sourcedId")
            .ToDictionary(f => f.Name, f => f.Values("sourcedId").ToHashSet(StringComparer.Ordinal), StringComparer.Ordinal);
        var checkedFiles = 0;
        foreach (var file in run.Files.Where(f => schema.TryGetProperty(f.Name, out _)))
        {
            var columns = schema.GetProperty(file.Name).EnumerateArray().ToList();
            Assert.Equal(columns.Select(c => c.GetProperty("name").GetString()), file.Header);
            Assert.Equal(file.Rows.Count, ids[file.Name].Count);
            for (var i = 0; i < columns.Count; i++)
            {
                CheckColumn(file, i, columns[i], ids);
            }

            checkedFiles++;
        }

        Assert.Equal(8, checkedFiles);
    }

    [Theory]
    [MemberData(nameof(Districts))]
    public async Task Manifest_AnyDistrict_NamesEveryFileAndWhetherItIsThere(int students, int night)
    {
        using var run = await SampleRun.CreateAsync(new SampleOptions { Students = students, Night = night });
        var manifest = run["manifest.csv"];
        Assert.Equal(["propertyName", "value"], manifest.Header);
        var values = manifest.Rows.ToDictionary(r => r[0], r => r[1], StringComparer.Ordinal);
        Assert.Equal("1.0", values["manifest.version"]);
        Assert.Equal("1.2", values["oneroster.version"]);
        var files = values.Where(v => v.Key.StartsWith("file.", StringComparison.Ordinal)).ToDictionary(v => v.Key[5..] + ".csv", v => v.Value);
        Assert.Equal(21 + Extensions.Count, files.Count);
        Assert.Equal(run.Entries.Where(e => e != "manifest.csv").Order(), files.Where(f => f.Value == "bulk").Select(f => f.Key).Order());
        Assert.All(files.Where(f => f.Value != "bulk"), f => Assert.Equal("absent", f.Value));
        foreach (var required in new[] { "academicSessions", "classes", "courses", "demographics", "enrollments", "orgs", "roles", "users" })
        {
            Assert.Equal("bulk", files[required + ".csv"]);
        }

        Assert.All(run.Entries, e => Assert.DoesNotContain('/', e));
    }

    [Fact]
    public void Manifest_AgainstTheOneRosterSchema_HasEveryRequiredRow()
    {
        var required = OneRosterSchema.Load().GetProperty("manifest").GetProperty("required").EnumerateArray()
            .Select(r => r.GetString()!).Where(r => r.StartsWith("file.", StringComparison.Ordinal)).Select(r => r.Split(' ')[0][5..]);
        Assert.Equal(required.Order(), SisTables.OneRosterFiles.Order());
    }

    [Fact]
    public async Task ExtensionFiles_OfADistrict_HaveTheColumnsAndValuesOfTheContract()
    {
        using var run = await SampleRun.CreateAsync(new SampleOptions { Students = 2500 });
        foreach (var (name, header) in Extensions)
        {
            var file = run[name];
            Assert.Equal(header.Split(','), file.Header);
            foreach (var column in file.Header.Where(Descriptors.ContainsKey))
            {
                Assert.Empty(file.Values(column).Distinct().Except(Descriptors[column], StringComparer.Ordinal));
            }
        }

        Assert.All(run["attendance.csv"].Values("classSourcedId"), v => Assert.Empty(v));
        Assert.Equal(["", "0.25", "0.5", "0.75", "1"], run["attendance.csv"].Values("eventDuration").Distinct().Order(StringComparer.Ordinal));
        Assert.Equal(Descriptors["attendanceEventCategory"].Order(), run["attendance.csv"].Values("attendanceEventCategory").Distinct().Order());
        Assert.Equal(Descriptors["characteristic"].Order(), run["studentPrograms.csv"].Values("characteristic").Distinct().Order());
        Assert.Equal(Descriptors["calendarEvent"].Order(), run["calendarDates.csv"].Values("calendarEvent").Distinct().Order());
    }

    [Theory]
    [MemberData(nameof(Districts))]
    public async Task ExtensionFiles_References_AreInThePackage(int students, int night)
    {
        using var run = await SampleRun.CreateAsync(new SampleOptions { Students = students, Night = night });
        (string Column, string Target)[] references =
        [
            ("userSourcedId", "users.csv"), ("schoolSourcedId", "orgs.csv"), ("orgSourcedId", "orgs.csv"), ("classSourcedId", "classes.csv"),
            ("academicSessionSourcedId", "academicSessions.csv"), ("courseSourcedId", "courses.csv"), ("incidentSourcedId", "disciplineIncidents.csv"),
        ];
        foreach (var file in Extensions.Keys.Where(run.Has).Select(n => run[n]))
        {
            foreach (var (column, target) in references.Where(r => file.Header.Contains(r.Column)))
            {
                var used = file.Values(column).Where(v => v.Length > 0).ToHashSet(StringComparer.Ordinal);
                if (used.Count > 0)
                {
                    used.ExceptWith(run[target].Values("sourcedId"));
                    Assert.Empty(used);
                }
            }

            if (file.Header[0] == "sourcedId")
            {
                Assert.Equal(file.Rows.Count, file.Values("sourcedId").Distinct().Count());
            }
        }
    }

    [GeneratedRegex(@"^[0-9A-Za-z.\-_/@]{1,255}$")]
    private static partial Regex Guid();

    private static void CheckColumn(CsvFile file, int index, JsonElement column, Dictionary<string, HashSet<string>> ids)
    {
        var values = file.Rows.Select(r => r[index]).Distinct().ToList();
        switch (column.GetProperty("required").GetString())
        {
            case "delta":
                Assert.All(values, v => Assert.Empty(v));
                return;
            case "yes":
                Assert.DoesNotContain(string.Empty, values);
                break;
        }

        values.Remove(string.Empty);
        switch (column.GetProperty("type").GetString())
        {
            case "guid" or "guidRef":
                Assert.All(values, v => Assert.Matches(Guid(), v));
                break;
            case "date":
                Assert.All(values, v => Assert.True(DateOnly.TryParseExact(v, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _)));
                break;
            case "year":
                Assert.Equal(["2026"], values);
                break;
            case "enum":
                Assert.Empty(values.Except(column.GetProperty("enum").EnumerateArray().Select(e => e.GetString()!), StringComparer.Ordinal));
                break;
        }

        if (column.TryGetProperty("ref", out var target) && values.Count > 0)
        {
            var known = ids[target.GetString()!];
            Assert.All(values.SelectMany(v => v.Split(',')), v => Assert.Contains(v, known));
        }
    }
}
