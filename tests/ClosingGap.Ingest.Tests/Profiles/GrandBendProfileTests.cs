using System.Globalization;
using ClosingGap.Ingest.Canonical;

namespace ClosingGap.Ingest.Tests.Profiles;

/// <summary>The figures of Grand Bend, recounted through the mapped rows against counts made independently of the product.</summary>
public sealed class GrandBendProfileTests(GrandBend district) : IClassFixture<GrandBend>
{
    private MappedRows Rows => district.Rows;

    [Fact]
    public void GrandBend_AllTables_NothingIsReported()
    {
        Assert.Empty(Rows.Diagnostics.All.Select(found => $"{found.Code} {found.File} {found.Row} {found.Column}"));
    }

    [Theory]
    [InlineData("orgs", 4)]
    [InlineData("academicSessions", 1 + 6 + 6)]
    [InlineData("courses", 84)]
    [InlineData("classes", 532)]
    [InlineData("calendarDates", 278 * 3)]
    [InlineData("graduationPlans", 6)]
    [InlineData("users", 960 + 56 + 11)]
    [InlineData("enrollments", 13_440 + 532)]
    [InlineData("demographics", 960)]
    [InlineData("schoolEnrollments", 960)]
    [InlineData("studentPrograms", 263 + 275 + 157)]
    [InlineData("attendance", 12_950)]
    [InlineData("gradingPeriodGrades", 40_320)]
    [InlineData("courseTranscripts", 13_440)]
    [InlineData("disciplineIncidents", 21)]
    [InlineData("disciplineActions", 25)]
    [InlineData("assessments", 212)]
    [InlineData("assessmentResults", 6_934)]
    public void GrandBend_EachTable_HasItsRowsWithUniqueKeys(string table, int rows)
    {
        var mapped = Rows.Of(table);
        Assert.Equal(rows, mapped.Count);
        var key = CanonicalTables.Get(table).Key.Where(Rows.Columns(table).Contains).ToArray();
        Assert.NotEmpty(key);
        var keys = mapped.Select(row => string.Join('\u001f', key.Select(column => Rows.Cell(table, row, column)))).ToHashSet(StringComparer.Ordinal);
        Assert.Equal(rows, keys.Count);
    }

    [Theory]
    [InlineData("academicSessions", "parentSourcedId", "academicSessions")]
    [InlineData("orgs", "parentSourcedId", "orgs")]
    [InlineData("courses", "orgSourcedId", "orgs")]
    [InlineData("classes", "courseSourcedId", "courses")]
    [InlineData("classes", "schoolSourcedId", "orgs")]
    [InlineData("classes", "termSourcedIds", "academicSessions")]
    [InlineData("calendarDates", "schoolSourcedId", "orgs")]
    [InlineData("graduationPlans", "orgSourcedId", "orgs")]
    [InlineData("users", "orgSourcedIds", "orgs")]
    [InlineData("enrollments", "classSourcedId", "classes")]
    [InlineData("enrollments", "userSourcedId", "users")]
    [InlineData("demographics", "sourcedId", "users")]
    [InlineData("schoolEnrollments", "userSourcedId", "users")]
    [InlineData("schoolEnrollments", "schoolSourcedId", "orgs")]
    [InlineData("studentPrograms", "userSourcedId", "users")]
    [InlineData("attendance", "classSourcedId", "classes")]
    [InlineData("attendance", "userSourcedId", "users")]
    [InlineData("gradingPeriodGrades", "classSourcedId", "classes")]
    [InlineData("gradingPeriodGrades", "userSourcedId", "users")]
    [InlineData("gradingPeriodGrades", "academicSessionSourcedId", "academicSessions")]
    [InlineData("courseTranscripts", "userSourcedId", "users")]
    [InlineData("courseTranscripts", "courseSourcedId", "courses")]
    [InlineData("disciplineIncidents", "schoolSourcedId", "orgs")]
    [InlineData("disciplineActions", "incidentSourcedId", "disciplineIncidents")]
    [InlineData("disciplineActions", "userSourcedId", "users")]
    [InlineData("assessmentResults", "userSourcedId", "users")]
    public void GrandBend_EachReference_FindsItsTarget(string table, string column, string target)
    {
        var ids = Rows.Cells(target, "sourcedId").ToHashSet(StringComparer.Ordinal);
        Assert.Equal(0, Rows.Cells(table, column).Count(id => id is not null && !ids.Contains(id)));
        Assert.Contains(Rows.Cells(table, column), id => id is not null);
    }

    [Fact]
    public void GrandBend_EveryId_HasOnlyCharactersThatOneRosterAllows()
    {
        foreach (var table in Rows.Tables)
        {
            foreach (var column in Rows.Columns(table).Where(column => column.EndsWith("ourcedId", StringComparison.Ordinal)))
            {
                Assert.DoesNotContain(Rows.Cells(table, column), id => id is not null && !id.All(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '-' or '_' or '/' or '@'));
            }
        }
    }

    [Fact]
    public void GrandBend_Users_Are960StudentsAnd67OthersInThreeSchools()
    {
        Assert.Equal(960, Rows.Cells("users", "role").Count(role => role == "student"));
        Assert.Equal(56, Rows.Cells("users", "role").Count(role => role == "teacher"));
        Assert.Equal(3, Rows.Cells("orgs", "type").Count(type => type == "school"));
        Assert.Equal(12, Rows.Cells("schoolEnrollments", "entryGradeLevel").Distinct().Count());
        Assert.All(Rows.Cells("schoolEnrollments", "entryGradeLevel"), grade => Assert.InRange(int.Parse(grade!, CultureInfo.InvariantCulture), 1, 12));
        Assert.Equal(["2011"], Rows.Cells("schoolEnrollments", "schoolYear").Distinct());
    }

    [Fact]
    public void GrandBend_Sessions_NestInOneSchoolYearWithExclusiveEnds()
    {
        var year = Assert.Single(Rows.Of("academicSessions"), row => Rows.Cell("academicSessions", row, "type") == "schoolYear");
        Assert.Equal("2011", Rows.Cell("academicSessions", year, "sourcedId"));
        Assert.Equal("2010-08-23", Rows.Cell("academicSessions", year, "startDate"));
        Assert.Equal("2011-05-28", Rows.Cell("academicSessions", year, "endDate"));
        Assert.Equal(6, Rows.Cells("academicSessions", "type").Count(type => type == "gradingPeriod"));
        Assert.Equal(12, Rows.Cells("academicSessions", "parentSourcedId").Count(parent => parent == "2011"));
    }

    [Fact]
    public void GrandBend_Homerooms_AreThe80SectionsWithTheIndicator()
    {
        Assert.Equal(80, Rows.Cells("classes", "classType").Count(type => type == "homeroom"));
        Assert.Equal(452, Rows.Cells("classes", "classType").Count(type => type == "scheduled"));
    }

    [Fact]
    public void GrandBend_Attendance_FallsInTheKnownBandsOver177Days()
    {
        var days = InstructionalDays();
        Assert.Equal(177, days.Count);
        var absent = new Dictionary<string, HashSet<string>>(StringComparer.Ordinal);
        foreach (var row in Rows.Of("attendance"))
        {
            Assert.Contains(Rows.Cell("attendance", row, "eventDate")!, days);
            var student = Rows.Cell("attendance", row, "userSourcedId")!;
            if (!absent.TryGetValue(student, out var dates))
            {
                absent.Add(student, dates = new HashSet<string>(StringComparer.Ordinal));
            }

            dates.Add(Rows.Cell("attendance", row, "eventDate")!);
        }

        Assert.Equal(42, absent.Values.Count(dates => dates.Count * 10 >= 177));
        Assert.Equal(54, absent.Values.Count(dates => dates.Count * 10 < 177 && dates.Count * 20 >= 177));
        Assert.Equal(96, absent.Values.Count(dates => dates.Count * 20 < 177));
        Assert.Equal(768, 960 - absent.Count);
        Assert.Equal(7_539, Rows.Cells("attendance", "attendanceEventCategory").Count(category => category == "Excused Absence"));
        Assert.Equal(5_411, Rows.Cells("attendance", "attendanceEventCategory").Count(category => category == "Unexcused Absence"));
    }

    [Fact]
    public void GrandBend_CalendarDates_HoldEachDayForEachSchool()
    {
        var perSchool = Rows.Of("calendarDates")
            .GroupBy(row => Rows.Cell("calendarDates", row, "schoolSourcedId"), StringComparer.Ordinal)
            .ToDictionary(group => group.Key!, group => group.Count(row => Rows.Cell("calendarDates", row, "calendarEvent") == "Instructional day"), StringComparer.Ordinal);
        Assert.Equal(["255901001", "255901044", "255901107"], perSchool.Keys.Order(StringComparer.Ordinal));
        Assert.All(perSchool.Values, count => Assert.Equal(177, count));
    }

    [Fact]
    public void GrandBend_Transcripts_HoldTheKnownResults()
    {
        Assert.Equal(1_915, Rows.Cells("courseTranscripts", "courseAttemptResult").Count(result => result == "Fail"));
        Assert.Equal(["2011"], Rows.Cells("courseTranscripts", "schoolYear").Distinct());
        Assert.Equal(6_720, Rows.Cells("courseTranscripts", "term").Count(term => term == "Fall Semester"));
        Assert.Equal(1_872, Rows.Cells("courseTranscripts", "earnedCredits").Count(credits => credits == "0.5"));
        Assert.DoesNotContain(null, Rows.Cells("courseTranscripts", "whenTakenGradeLevel"));
    }

    [Fact]
    public void GrandBend_Discipline_Has14InSchoolAnd6OutOfSchoolSuspensions()
    {
        Assert.Equal(14, Rows.Cells("disciplineActions", "discipline").Count(kind => kind == "In School Suspension"));
        Assert.Equal(6, Rows.Cells("disciplineActions", "discipline").Count(kind => kind == "Out of School Suspension"));
        Assert.Equal(14, Rows.Cells("disciplineIncidents", "behavior").Count(kind => kind == "School Code of Conduct"));
        Assert.Equal(7, Rows.Cells("disciplineIncidents", "behavior").Count(kind => kind == "State Offense"));
    }

    [Fact]
    public void GrandBend_Programs_AreOnlyTheComparedOnes()
    {
        var counts = Rows.Cells("studentPrograms", "characteristic").CountBy(name => name!, StringComparer.Ordinal).ToDictionary(StringComparer.Ordinal);
        Assert.Equal(
            new Dictionary<string, int>(StringComparer.Ordinal)
            {
                ["IDEA"] = 98, ["EnglishLearner"] = 78, ["GiftedTalented"] = 87, ["Migrant"] = 275, ["MilitaryConnected"] = 157,
            },
            counts);
    }

    [Fact]
    public void GrandBend_Demographics_GiveEachStudentOneRaceFlag()
    {
        string[] flags = ["americanIndianOrAlaskaNative", "asian", "blackOrAfricanAmerican", "nativeHawaiianOrOtherPacificIslander", "white"];
        Assert.All(flags, flag => Assert.Equal(192, Rows.Cells("demographics", flag).Count(cell => cell == "true")));
        Assert.Equal(434, Rows.Cells("demographics", "hispanicOrLatinoEthnicity").Count(cell => cell == "true"));
        Assert.Equal(461, Rows.Cells("demographics", "sex").Count(cell => cell == "female"));
    }

    [Fact]
    public void GrandBend_Origin_IsTheRowOfTheFile()
    {
        var first = Rows.Of("enrollments")[0];
        Assert.Equal(("StudentSectionAssociation.csv", 2L), (first.File, first.Row));
        Assert.Equal("604821_255901107_ELA-03_2011_Fall_01_201", Rows.Cell("enrollments", first, "sourcedId"));
        var last = Rows.Of("enrollments")[^1];
        Assert.Equal(("TeacherSectionAssociation.csv", 533L), (last.File, last.Row));
    }

    private HashSet<string> InstructionalDays() => Rows.Of("calendarDates")
        .Where(row => Rows.Cell("calendarDates", row, "calendarEvent") == "Instructional day")
        .Select(row => Rows.Cell("calendarDates", row, "date")!)
        .ToHashSet(StringComparer.Ordinal);
}
