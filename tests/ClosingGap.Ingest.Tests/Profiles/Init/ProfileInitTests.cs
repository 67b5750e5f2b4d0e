using System.Globalization;
using ClosingGap.Ingest.Diagnostics;
using ClosingGap.Ingest.Packages;
using ClosingGap.Ingest.Profiles.Init;
using ClosingGap.Ingest.Profiles.Mapping;
using ClosingGap.Ingest.Tests.OneRoster;

namespace ClosingGap.Ingest.Tests.Profiles.Init;

public sealed class ProfileInitTests(ITestOutputHelper output)
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Draft_OfTheExampleOfTheDocumentation_ValidatesWithoutAnError()
    {
        var package = new MemoryPackage()
            .With("schools.csv", "SCHOOL_NO,SCHOOL_NAME", "7,Oak Elementary", "9,Oak High")
            .With("pupils.csv", "PUPIL,LAST,FIRST,GRADE,SCHOOL_NO,STATUS", "1001,Alvarez,Ana,9,9,A", "1002,Brown,Ben,K,7,A", "1003,Clark,Cy,10,9,X")
            .With("absences.csv", "PUPIL,DAY,KIND", "1001,9/2/2025,U", "1002,9/3/2025,E")
            .With("days.csv", "DAY", "9/1/2025", "9/2/2025", "9/3/2025");

        var drafted = await Drafted.OfAsync(package);

        Assert.True(drafted.Result is { Errors: 0, FatalCode: null }, drafted.Findings);
        Assert.Equal(0, drafted.Result.Files.Sum(file => file.RowsRejected));
        Assert.Equal(["orgs", "calendarDates", "users", "attendance"], drafted.Result.Tables);
        Assert.Equal((2, 6, 3, 2), (drafted.Sink.Counts["orgs"], drafted.Sink.Counts["calendarDates"], drafted.Sink.Counts["users"], drafted.Sink.Counts["attendance"]));
        Assert.Equal("student", drafted.Sink.Cell("users", 0, "role"));
        Assert.Equal(("9", "2025-09-02", "Unexcused Absence"), (drafted.Sink.Cell("attendance", 0, "schoolSourcedId"), drafted.Sink.Cell("attendance", 0, "eventDate"), drafted.Sink.Cell("attendance", 0, "attendanceEventCategory")));
        Assert.Contains("# not used: STATUS", drafted.Draft.Yaml, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Draft_OfAPowerSchoolLikeExport_FindsTablesKeysDatesAndCodes()
    {
        var drafted = await Drafted.OfAsync(PowerSchool());

        Assert.Equal("users", drafted.TableOf("ps/students_export.csv"));
        Assert.Equal("attendance", drafted.TableOf("ps/ATTENDANCE.csv"));
        Assert.Equal("enrollments", drafted.TableOf("ps/CC.csv"));
        Assert.Equal("courses", drafted.TableOf("ps/COURSES.csv"));
        Assert.Equal("classes", drafted.TableOf("ps/SECTIONS.csv"));
        Assert.Equal("academicSessions", drafted.TableOf("ps/TERMS.csv"));
        Assert.Null(drafted.TableOf("ps/lunch.csv"));

        // Other files name students by ID, not by Student_Number: their ids tell, not the names.
        Assert.Equal(new ColumnValue("ID"), Source(drafted, "users").Columns["sourcedId"]);
        Assert.Contains("demographics", drafted.Result.Tables);
        Assert.Contains("schoolEnrollments", drafted.Result.Tables);
        Assert.Equal([2026], drafted.Result.SchoolYears);

        // The one code that nobody can guess stands in the draft, to be mapped, and is the only error.
        Assert.Contains("# ZQ: TODO # 7 rows", drafted.Draft.Yaml, StringComparison.Ordinal);
        Assert.True(drafted.Result.FatalCode is null && drafted.Result.Errors == 7, drafted.Findings);
        Assert.Equal(7, drafted.Result.CountsByCode[DiagnosticCodes.RowUnknownCode]);

        // What lacks a required column waits as a comment.
        Assert.Contains("# TODO schoolYear: required", drafted.Draft.Yaml, StringComparison.Ordinal);
        Assert.DoesNotContain("courseTranscripts", drafted.Result.Tables);
    }

    [Fact]
    public async Task Draft_OfASchoolDataSyncSet_TakesRolesFromTheirFile()
    {
        var package = new MemoryPackage()
            .With("orgs.csv", "sourcedId,name,type,parentSourcedId", "d1,Contoso,district,", "s1,High,school,d1")
            .With("users.csv", "sourcedId,username,givenName,familyName,password,activeDirectoryMatchId,email,phone,sms", "u1,aa,Ana,A,,,,,", "u2,bb,Ben,B,,,,,", "t1,tt,Tom,T,,,,,")
            .With("roles.csv", "userSourcedId,orgSourcedId,role,sessionSourcedId,grade,isPrimary,roleStartDate,roleEndDate", "u1,s1,student,y1,09,true,,", "u2,s1,student,y1,10,true,,", "t1,s1,teacher,y1,,true,,")
            .With("classes.csv", "sourcedId,orgSourcedId,title,sessionSourcedIds,courseSourcedId", "c1,s1,Algebra,y1,alg")
            .With("enrollments.csv", "classSourcedId,userSourcedId,role", "c1,u1,student", "c1,u2,student", "c1,t1,teacher")
            .With("academicSessions.csv", "sourcedId,title,type,schoolYear,startDate,endDate", "y1,2025,schoolYear,2025,2024-08-15,2025-06-10")
            .With("courses.csv", "sourcedId,orgSourcedId,title,code,schoolYearSourcedId,subject,grade", "alg,s1,Algebra,ALG,y1,Math,09")
            .With("demographics.csv", "userSourcedId,sex,birthDate,birthCity,birthState,birthCountry,ethnicityCodes,raceCodes", "u1,female,2010-03-04,,,,,", "u2,male,2009-03-04,,,,,")
            .With("userFlags.csv", "userSourcedId,flag", "u1,homeless");

        var drafted = await Drafted.OfAsync(package);

        Assert.True(drafted.Result is { Errors: 0, FatalCode: null }, drafted.Findings);
        Assert.Equal(["student", "student", "teacher"], Enumerable.Range(0, 3).Select(row => drafted.Sink.Cell("users", row, "role")));
        Assert.Equal("s1", drafted.Sink.Cell("users", 0, "orgSourcedIds"));
        Assert.Equal("Homeless", drafted.Sink.Cell("studentPrograms", 0, "characteristic"));
        Assert.Contains("enrollments", drafted.Draft.Files.Single(file => file.File == "enrollments.csv").Table, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("edfi-lms-toolkit/starter-kit-sample", "profiles/lms-udm.yaml")]
    [InlineData("edfi-lms-toolkit/sample-out", "profiles/lms-udm.yaml")]
    [InlineData("edfi-lms-toolkit/sample-in/OneRoster 1.1 Sample Data", "lenient")]
    public async Task Draft_OfAKnownLayout_NamesTheProfileThatFits(string folder, string profile)
    {
        await using var package = FolderPackage.Open(RepositoryPaths.SharedData(folder));
        var draft = await ProfileInit.DraftAsync(package, "draft", null, Token);

        Assert.Equal(profile, draft.Fitting);
        Assert.Null(draft.Yaml);
        Assert.Contains(profile, draft.Advice, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Draft_OfOneRoster10_IsAccepted()
    {
        await using var package = FolderPackage.Open(RepositoryPaths.SharedData("edfi-lms-toolkit/sample-in/OneRoster 1.0 Sample Data"));
        var drafted = await Drafted.OfAsync(package);

        Assert.True(drafted.Result is { Errors: 0, FatalCode: null }, drafted.Findings);
        Assert.Equal(24, drafted.Sink.Counts["enrollments"]);
    }

    [Fact]
    public async Task Draft_OfGrandBend_LoadsAndReadsWhatHasOneId()
    {
        await using var package = FolderPackage.Open(RepositoryPaths.SharedData("edfi-grand-bend"));
        var drafted = await Drafted.OfAsync(package);

        output.WriteLine(drafted.Findings);
        Assert.Null(drafted.Result.FatalCode);
        Assert.Equal(960, drafted.Sink.Counts["schoolEnrollments"]);
        Assert.Equal(278 * 3, drafted.Sink.Counts["calendarDates"]);
        Assert.Equal(960 + 56 + 11, drafted.Sink.Counts["users"]);
        Assert.Equal(25 - 5, drafted.Sink.Counts["disciplineActions"]);
        Assert.Equal(("users", "attendance", "classes"), (drafted.TableOf("Student.csv"), drafted.TableOf("AttendanceEvent.csv"), drafted.TableOf("Section.csv")));

        // Sections have composite keys, which no single column holds: the draft says so.
        var enrollments = drafted.Draft.Files.Single(file => file.File == "StudentSectionAssociation.csv");
        Assert.True(enrollments.Confidence < Confidence.High);
        Assert.Contains("# check: few of its values are ids of classes", drafted.Draft.Yaml, StringComparison.Ordinal);
    }

    /// <summary>Names and codes that YAML would read as something else, or break on, come back as they were.</summary>
    [Fact]
    public async Task Draft_OfHostileNamesAndCodes_LoadsAndFindsTheColumns()
    {
        string[] codes = ["null", "true", "- a", "a: b", "a # b", "\"q\"", "'", "{x}", "[y]", "*z", "&z", "!t", "%", "@", "`", "\\", "0x1F", "1e3", "~", "\u0085", "\u2028x", "😀", "\u001b[31m", "E"];
        var rows = codes.Select((code, index) => string.Create(CultureInfo.InvariantCulture, $"{index + 1},2025-09-{index + 1:00},\"{code.Replace("\"", "\"\"", StringComparison.Ordinal)}\""));
        var package = new MemoryPackage()
            .With("a: b # c/students.csv", ["student id,\"last: name # {x}\",first name", .. codes.Select((_, index) => string.Create(CultureInfo.InvariantCulture, $"{index + 1},L,F"))])
            .With("a: b # c/attendance.csv", ["student id,date,code", .. rows]);
        package.With("a: b # c/schools.csv", "school id,name", "1,One");

        var draft = await ProfileInit.DraftAsync(package, "draft", null, Token);

        var yaml = Assert.IsType<string>(draft.Yaml);
        var profile = ClosingGap.Ingest.Profiles.ProfileReader.Read(yaml);
        Assert.Equal("a: b # c/students.csv", profile.Tables.Single(table => table.Table == "users").Sources[0].File);
        Assert.DoesNotContain(yaml, letter => char.IsControl(letter) && letter != '\n');
    }

    [Fact]
    public async Task Draft_OfAFileLongerThanTheBound_ReadsNoFurther()
    {
        var package = new MemoryPackage().With("schools.csv", ["SCHOOL_NO,SCHOOL_NAME", .. Enumerable.Range(1, 500).Select(number => $"{number},School {number}")]);

        var draft = await ProfileInit.DraftAsync(package, "draft", new InitOptions { MaxRowsPerFile = 100 }, Token);

        Assert.Equal(100, Assert.Single(draft.Files).Rows);
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => ProfileInit.DraftAsync(package, "draft", new InitOptions { MaxRowsPerFile = 0 }, Token));
    }

    [Fact]
    public async Task Draft_OfNothingKnown_SaysSo()
    {
        var draft = await ProfileInit.DraftAsync(new MemoryPackage().With("x.csv", "a,b", "1,2").With("broken.csv", "a,\"b"), "draft", null, Token);

        Assert.Equal((null, null), (draft.Fitting, draft.Yaml));
        Assert.All(draft.Files, file => Assert.Null(file.Table));
        Assert.Contains(draft.Files, file => file.Note == DiagnosticCodes.CsvUnclosedQuote);
    }

    private static SourceMapping Source(Drafted drafted, string table) => drafted.Profile.Tables.Single(one => one.Table == table).Sources[0];

    /// <summary>Thirty students in two schools, with an inner id in all files but their own numbers beside it.</summary>
    private static MemoryPackage PowerSchool()
    {
        string[] marks = ["UA", "EX", "T", "ZQ"];
        return new MemoryPackage()
            .With("ps/students_export.csv", [
                "ID,Student_Number,Last_Name,First_Name,DOB,Gender,Grade_Level,SchoolID,EntryDate,ExitDate,EntryCode,ExitCode,Web_ID",
                .. Rows(i => $"{5000 + i},{90000 + i},L{i},F{i},3/{i}/2010,{(i % 2 == 0 ? "F" : "M")},{9 + (i % 4)},{100 + (i % 2)},8/18/2025,,E1,,w{i}"),
            ])
            .With("ps/SCHOOLS.csv", "School_Number,Name,Abbreviation", "100,North,N", "101,South,S")
            .With("ps/ATTENDANCE.csv", ["StudentID,Att_Date,Attendance_Code,SchoolID,YearID", .. Rows(i => $"{5000 + i},9/{1 + (i % 28)}/2025,{marks[i % 4]},{100 + (i % 2)},35")])
            .With("ps/COURSES.csv", "Course_Number,Course_Name", "ALG1,Algebra I", "ENG9,English 9")
            .With("ps/SECTIONS.csv", "ID,Course_Number,Section_Number,TermID,SchoolID,Teacher,Room,Expression", "701,ALG1,1,3500,100,44,12,1(A)", "702,ENG9,1,3500,101,45,13,2(A)")
            .With("ps/CC.csv", ["ID,StudentID,SectionID,DateEnrolled,DateLeft,SchoolID", .. Rows(i => $"{30000 + i},{5000 + i},{701 + (i % 2)},8/18/2025,6/1/2026,{100 + (i % 2)}")])
            .With("ps/STOREDGRADES.csv", ["StudentID,Course_Number,StoreCode,SchoolID,Grade,Percent,EarnedCrHrs,PotentialCrHrs,Grade_Level", .. Rows(i => $"{5000 + i},ALG1,S1,{100 + (i % 2)},B,85,0.5,0.5,9")])
            .With("ps/TERMS.csv", "ID,Name,FirstDay,LastDay,YearID", "3500,2025-2026,8/18/2025,6/1/2026,35")
            .With("ps/lunch.csv", "StudentID,Balance", "5001,1.20");
    }

    private static IEnumerable<string> Rows(Func<int, FormattableString> row) => Enumerable.Range(1, 30).Select(number => FormattableString.Invariant(row(number)));
}
