using ClosingGap.Domain.Roster;
using ClosingGap.Domain.Settings;
using ClosingGap.Ingest.Profiles;
using ClosingGap.Ingest.Profiles.Mapping;
using ClosingGap.Ingest.Validation;

namespace ClosingGap.Ingest.Tests.Profiles;

public sealed class ProfileReaderTests
{
    private const string Head = "name: x\nversion: 1\nconformance: lenient\n";

    [Fact]
    public void BuiltIn_StrictAndLenient_MapNothingAndHaveDefaultSettings()
    {
        Assert.Equal(Conformance.Strict, BuiltInProfiles.Strict.Conformance);
        Assert.Equal(Conformance.Lenient, BuiltInProfiles.Lenient.Conformance);
        foreach (var profile in new[] { BuiltInProfiles.Strict, BuiltInProfiles.Lenient })
        {
            Assert.False(profile.MapsTables);
            Assert.Null(profile.Settings.Capture);
            Assert.Equal(6000, profile.Settings.Verdicts.Grades.PassMarkHundredths);
            Assert.Equal(200, profile.Settings.Verdicts.Credits.AtRiskShortfallHundredths);
            Assert.Equal(new HoldSettings(), profile.Settings.Holds);
            Assert.Same(profile, BuiltInProfiles.Find(profile.Name));
        }

        Assert.Null(BuiltInProfiles.Find("other"));
    }

    [Fact]
    public void Read_AllSettings_FillsTheDomainsRecords()
    {
        var settings = ProfileReader.Read(Head + """
            settings:
              attendance:
                capture: positive
                dayRule: shareOfSections
                share: 2/3
                measuredThrough: asOf
                absentCategories: [Unexcused Absence, Tardy]
                instructionalEvents: [Instructional day, Strike]
              grades: { failLetters: [E, U], passMark: 69.5 }
              credits: { atRiskShortfall: 1.25, notCountedRepeatCodes: [R] }
              holds:
                studentsRemovedPercent: 1
                enrollmentsRemovedPercent: 2
                classesRemovedPercent: 100
                lmsStudentsRemovedPercent: 3
                lmsSectionsRemovedPercent: 4
                minimumRows: 25
                schoolYearChange: accept
                missingFile: hold
            """).Settings;
        Assert.Equal(AttendanceCapture.Positive, settings.Capture);
        var attendance = settings.Verdicts.Attendance;
        Assert.Equal((DayRule.ShareOfSections, 2, 3, MeasuredThrough.AsOf), (attendance.DayRule, attendance.ShareNumerator, attendance.ShareDenominator, attendance.MeasuredThrough));
        Assert.Equal([AttendanceCategory.UnexcusedAbsence, AttendanceCategory.Tardy], attendance.AbsentCategories.Order());
        Assert.Equal(["Instructional day", "Strike"], attendance.InstructionalEvents.Order(StringComparer.Ordinal));
        Assert.Equal(["E", "U"], settings.Verdicts.Grades.FailLetters.Order(StringComparer.Ordinal));
        Assert.Equal(6950, settings.Verdicts.Grades.PassMarkHundredths);
        Assert.Equal(125, settings.Verdicts.Credits.AtRiskShortfallHundredths);
        Assert.Equal(["R"], settings.Verdicts.Credits.NotCountedRepeatCodes);
        var holds = new HoldSettings
        {
            StudentsRemovedPercent = 1, EnrollmentsRemovedPercent = 2, ClassesRemovedPercent = 100, LmsStudentsRemovedPercent = 3, LmsSectionsRemovedPercent = 4,
            MinimumRows = 25, SchoolYearChange = HoldSwitch.Accept, MissingFile = HoldSwitch.Hold,
        };
        Assert.Equal(holds, settings.Holds);
    }

    [Fact]
    public void Read_Tables_ComeInCanonicalOrder()
    {
        var profile = ProfileReader.Read(Head + """
            tables:
              users: { sources: [{ file: u.csv, columns: { sourcedId: id } }] }
              orgs: { optional: true, sources: [{ file: o.csv, columns: { sourcedId: id } }] }
            """);
        Assert.Equal(["orgs", "users"], profile.Tables.Select(table => table.Table));
        Assert.Equal([true, false], profile.Tables.Select(table => table.Optional));
        Assert.Equal(new ColumnValue("id"), profile.Tables[0].Sources[0].Columns["sourcedId"]);
    }

    [Theory]
    [InlineData("", 1, "profile.empty")]
    [InlineData("name: [", 2, "profile.not_yaml")]
    [InlineData("- a", 1, "profile.wrong_type")]
    [InlineData("name: x\nversion: 1\nconformance: lenient\n---\nname: y", 4, "profile.not_yaml")]
    [InlineData("name: x\nname: y\nversion: 1\nconformance: lenient", 2, "profile.duplicate_key")]
    [InlineData("name: &a x\nversion: 1\nconformance: *a", 1, "profile.alias")]
    [InlineData("name: !!str x\nversion: 1\nconformance: lenient", 1, "profile.alias")]
    [InlineData("name: X Y\nversion: 1\nconformance: lenient", 1, "profile.out_of_range")]
    [InlineData("name: x\nversion: one\nconformance: lenient", 2, "profile.wrong_type")]
    [InlineData("name: x\nversion: \"1\"\nconformance: lenient", 2, "profile.wrong_type")]
    [InlineData("name: x\nversion: 0\nconformance: lenient", 2, "profile.out_of_range")]
    [InlineData("name: x\nversion: 1\nconformance: relaxed", 3, "profile.unknown_value")]
    [InlineData("name: x\nversion: 1", 1, "profile.missing_key")]
    public void Read_ABrokenHead_NamesLineAndCode(string yaml, int line, string code)
    {
        var exception = Assert.Throws<ProfileInvalidException>(() => ProfileReader.Read(yaml, "p.yaml"));
        Assert.Contains(exception.Errors, error => error.Line == line && error.Code == code);
        Assert.Contains($"p.yaml({line}): {code}", exception.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("settings: { grades: { passMark: 1001 } }", "profile.out_of_range", "settings.grades.passMark")]
    [InlineData("settings: { grades: { passMark: 60.001 } }", "profile.out_of_range", "settings.grades.passMark")]
    [InlineData("settings: { grades: { passMark: 1e2 } }", "profile.wrong_type", "settings.grades.passMark")]
    [InlineData("settings: { grades: { failLetters: [5] } }", "profile.wrong_type", "settings.grades.failLetters[0]")]
    [InlineData("settings: { attendance: { share: 3/2 } }", "profile.out_of_range", "settings.attendance.share")]
    [InlineData("settings: { attendance: { share: 0/2 } }", "profile.out_of_range", "settings.attendance.share")]
    [InlineData("settings: { attendance: { absentCategories: [] } }", "profile.unknown_value", "settings.attendance.absentCategories")]
    [InlineData("settings: { attendance: { absentCategories: [Present] } }", "profile.unknown_value", "settings.attendance.absentCategories")]
    [InlineData("settings: { holds: { studentsRemovedPercent: 101 } }", "profile.out_of_range", "settings.holds.studentsRemovedPercent")]
    [InlineData("settings: { holds: { minimumRows: 1000001 } }", "profile.out_of_range", "settings.holds.minimumRows")]
    [InlineData("settings: { holds: { missingFile: ignore } }", "profile.unknown_value", "settings.holds.missingFile")]
    [InlineData("codeMaps: { m: { map: { No: false } } }", "profile.wrong_type", "codeMaps.m.map.No")]
    [InlineData("codeMaps: { m: { map: { a: b }, default: c, onUnknown: keep } }", "profile.conflict", "codeMaps.m")]
    [InlineData("tables: { persons: { sources: [] } }", "profile.unknown_table", "tables.persons")]
    [InlineData("tables: { orgs: { sources: [] } }", "profile.wrong_type", "tables.orgs.sources")]
    [InlineData("tables: { orgs: { distinct: [name], sources: [{ file: a, columns: { sourcedId: a } }] } }", "profile.unknown_column", "tables.orgs.distinct")]
    [InlineData("tables: { orgs: { sources: [{ file: a, columns: { name: a } }] } }", "profile.missing_key", "tables.orgs.sources[0].columns.sourcedId")]
    [InlineData("tables: { orgs: { sources: [{ file: a, columns: { sourcedId: a, colour: a } }] } }", "profile.unknown_column", "tables.orgs.sources[0].columns.colour")]
    [InlineData("tables: { orgs: { sources: [{ file: a, columns: { sourcedId: a, status: a } }] } }", "profile.unknown_column", "tables.orgs.sources[0].columns.status")]
    [InlineData("tables: { orgs: { sources: [{ file: a, columns: { sourcedId: { column: a, constant: b } } }] } }", "profile.wrong_type", "tables.orgs.sources[0].columns.sourcedId")]
    [InlineData("tables: { orgs: { sources: [{ file: a, columns: { sourcedId: { expression: a } } }] } }", "profile.unknown_operator", "tables.orgs.sources[0].columns.sourcedId.expression")]
    [InlineData("tables: { orgs: { sources: [{ file: a, columns: { sourcedId: { codeMap: { of: a, use: m } } } }] } }", "profile.unknown_code_map", "tables.orgs.sources[0].columns.sourcedId.codeMap.use")]
    [InlineData("tables: { orgs: { sources: [{ file: a, columns: { sourcedId: { date: { of: a, formats: [d] } } } }] } }", "profile.unknown_value", "tables.orgs.sources[0].columns.sourcedId.date.formats")]
    [InlineData("tables: { orgs: { sources: [{ file: a, columns: { sourcedId: { split: { of: a, separator: \"\", index: 0 } } } }] } }", "profile.out_of_range", "tables.orgs.sources[0].columns.sourcedId.split.separator")]
    [InlineData("tables: { orgs: { sources: [{ file: a, columns: { sourcedId: { schoolYear: { of: a } } } }] } }", "profile.missing_key", "tables.orgs.sources[0].columns.sourcedId.schoolYear.format")]
    [InlineData("tables: { orgs: { sources: [{ file: a, filter: [{ column: c, equals: x, notBlank: true }], columns: { sourcedId: a } }] } }", "profile.conflict", "tables.orgs.sources[0].filter[0]")]
    [InlineData("tables: { orgs: { sources: [{ file: a, unpivot: { c: \"X[*]Y[*]\" }, columns: { sourcedId: a } }] } }", "profile.wrong_type", "tables.orgs.sources[0].unpivot.c")]
    public void Read_AnInvalidPart_NamesPathAndCode(string part, string code, string path)
    {
        var exception = Assert.Throws<ProfileInvalidException>(() => ProfileReader.Read(Head + part));
        Assert.Contains(exception.Errors, error => error.Code == code && error.Path == path && error.Line == 4);
    }

    [Fact]
    public void Read_SeveralErrors_NamesThemAllInOrderOfLines()
    {
        var exception = Assert.Throws<ProfileInvalidException>(() => ProfileReader.Read("name: x\nversion: 0\nconformance: soft\nsettings: { colours: {} }\n"));
        Assert.Equal([2, 3, 4], exception.Errors.Select(error => error.Line));
    }

    [Fact]
    public void Read_OperatorsNestedNineDeep_IsRefused()
    {
        static string Nest(int depth) => depth == 0 ? "a" : "{ split: { of: " + Nest(depth - 1) + ", separator: x, index: 0 } }";
        static string Profile(int depth) => Head + "tables: { orgs: { sources: [{ file: a, columns: { sourcedId: " + Nest(depth) + " } }] } }";
        Assert.NotNull(ProfileReader.Read(Profile(8)));
        Assert.Contains(Assert.Throws<ProfileInvalidException>(() => ProfileReader.Read(Profile(9))).Errors, error => error.Code == "profile.too_deep");
    }

    [Fact]
    public void Read_HostileNestingOrSize_IsRefusedNotFollowed()
    {
        var deep = Head + "tables: " + new string('[', 50_000);
        Assert.Contains(Assert.Throws<ProfileInvalidException>(() => ProfileReader.Read(deep)).Errors, error => error.Code is "profile.too_large" or "profile.not_yaml");
        var large = Head + "# " + new string('x', 1_000_000);
        Assert.Contains(Assert.Throws<ProfileInvalidException>(() => ProfileReader.Read(large)).Errors, error => error.Code == "profile.too_large");
    }
}
