using ClosingGap.Ingest.Diagnostics;
using ClosingGap.Ingest.Tables;
using ClosingGap.Ingest.Tests.OneRoster;
using ClosingGap.Ingest.Validation;

namespace ClosingGap.Ingest.Tests.Validation;

public sealed class PackageValidatorTests
{
    [Theory]
    [InlineData(Conformance.Strict)]
    [InlineData(Conformance.Lenient)]
    public async Task Validate_SoundBulkPackage_FindsNothing(Conformance conformance)
    {
        var validated = await TestPackage.Rostering().Manifest().ValidateAsync(conformance);

        Assert.Empty(validated.Findings.All);
        Assert.False(validated.Result.IsRejected);
        Assert.Equal("1.1", validated.Result.Version);
        Assert.True(validated.Result.HasSourceSystemName);
        Assert.Equal(["orgs", "academicSessions", "courses", "classes", "users", "enrollments", "demographics"], validated.Result.Tables);
        Assert.Equal([2025], validated.Result.SchoolYears);
        Assert.Equal(3, validated.File("enrollments.csv").RowsAccepted);
        Assert.All(validated.Sink.Begun, table => Assert.Equal(TableMode.Bulk, table.Mode));
        Assert.Equal("2010-01-31", validated.Sink.Cell("demographics", 0, "birthDate"));
    }

    [Fact]
    public async Task Validate_ManifestAlone_MeansNoUpdates()
    {
        var validated = await new TestPackage().Manifest().ValidateAsync(Conformance.Strict);

        Assert.False(validated.Result.IsRejected);
        Assert.Empty(validated.Sink.Begun);
    }

    [Fact]
    public async Task Validate_NoManifest_IsFatalInStrictAndGuessedInLenient()
    {
        var strict = await TestPackage.Rostering().ValidateAsync(Conformance.Strict);
        var lenient = await TestPackage.Rostering().ValidateAsync(Conformance.Lenient);

        Assert.Equal(DiagnosticCodes.PackageMissingManifest, strict.Result.FatalCode);
        Assert.False(lenient.Result.IsRejected);
        Assert.Equal("1.1", lenient.Result.Version);
    }

    [Fact]
    public async Task Validate_NothingKnown_IsFatal()
    {
        var validated = await new TestPackage().File("students.txt", "x").ValidateAsync(Conformance.Lenient);

        Assert.Contains(DiagnosticCodes.PackageNoKnownFile, validated.Findings.Codes(Severity.Fatal));
    }

    [Fact]
    public async Task Validate_EnclosingFolderAndLeftovers_AreWarningsInLenient()
    {
        var package = new TestPackage()
            .File("export/manifest.csv", "propertyName,value\n")
            .File("export/orgs.csv", TestPackage.Header("orgs", "1.1") + "\nd1,,,District,district,,\n")
            .File("__MACOSX/export/._orgs.csv", "x")
            .File("export/.DS_Store", "x")
            .File("export/inner.zip", "x");

        var lenient = await package.ValidateAsync(Conformance.Lenient);
        var strict = await package.ValidateAsync(Conformance.Strict);

        Assert.False(lenient.Result.IsRejected, lenient.Result.FatalCode);
        Assert.Equal(1, lenient.File("export/orgs.csv").RowsAccepted);
        Assert.Contains(DiagnosticCodes.PackageEnclosingFolder, lenient.Findings.Codes());
        Assert.Contains(DiagnosticCodes.PackageIgnoredFile, lenient.Findings.Codes());
        Assert.Contains(DiagnosticCodes.PackageNestedZip, lenient.Findings.Codes());
        Assert.True(strict.Result.IsRejected);
    }

    [Fact]
    public async Task Validate_DeltaRowsUnderABulkManifest_AreTakenAsADeltaInLenient()
    {
        const string Stamp = "2025-01-01T00:00:00.000Z";
        var package = TestPackage.Rostering()
            .Table("enrollments", "1.1", $"e1,active,{Stamp},k1,s1,u1,student,,,", $"e9,tobedeleted,{Stamp},,,u2,,,,")
            .Manifest();

        var lenient = await package.ValidateAsync(Conformance.Lenient);
        var strict = await package.ValidateAsync(Conformance.Strict);

        var file = lenient.File("enrollments.csv");
        Assert.Equal((TableMode.Delta, 2L, 1L), (file.Mode!.Value, file.RowsAccepted, file.RowsDeleted));
        Assert.Equal(TableMode.Bulk, lenient.File("users.csv").Mode);
        Assert.Equal([DiagnosticCodes.TableModeByRows], lenient.Findings.Codes());
        Assert.Equal([false, true], lenient.Sink.Rows["enrollments"].Select(row => row.Deleted));
        Assert.Equal("u2", lenient.Sink.Cell("enrollments", 1, "userSourcedId"));
        Assert.Contains(DiagnosticCodes.RowFieldForbiddenInBulk, strict.Findings.Codes(Severity.Error));
        Assert.Equal(2, strict.File("enrollments.csv").RowsRejected);
    }

    [Fact]
    public async Task Validate_DeletionInABulkFile_IsLeftOut()
    {
        var validated = await TestPackage.Rostering()
            .Table("users", "1.1", "u1,,,true,s1,student,one,,G1,F1,,,,,,,09,", "u2,tobedeleted,,,,,,,,,,,,,,,,", "u3,,,true,s1,teacher,three,,G3,F3,,,,,,,,")
            .Manifest().ValidateAsync(Conformance.Lenient);

        Assert.Equal(["u1", "u3"], validated.Sink.Rows["users"].Select(row => row.Cells[0]));
        Assert.Equal((3L, 1L), (validated.File("users.csv").RowsAccepted, validated.File("users.csv").RowsDeleted));
        Assert.Equal(1, validated.File("enrollments.csv").RowsRejected);
    }

    [Fact]
    public async Task Validate_LenientForms_AreBroughtToCanonicalForm()
    {
        var validated = await TestPackage.Rostering()
            .Table("users", "1.1", " u1 ,,,TRUE,s1,Student, one ,,G1,F1,,,,,,,9,secret", "u2,,,yes,s1,student,two,,G2,F2,,,,,,,K,", "u3,,,1,s1,teacher,,,G3,F3,,,,,,,,")
            .Table("enrollments", "1.1", "e1,,,k1,s1,u1,student,,8/1/2024,20250601")
            .Table("demographics", "1.1", "u1,,,2010-01-31,Female,false,false,false,false,true,false,0,,,,")
            .Manifest().ValidateAsync(Conformance.Lenient);

        Assert.Equal(0, validated.Result.Errors);
        Assert.Equal(("u1", "true", "student", "one", "09"), (Cell("sourcedId"), Cell("enabledUser"), Cell("role"), Cell("username"), Cell("grades")));
        Assert.Equal("KG", validated.Sink.Cell("users", 1, "grades"));
        Assert.Null(validated.Sink.Cell("users", 2, "username"));
        Assert.Equal("2024-08-01", validated.Sink.Cell("enrollments", 0, "beginDate"));
        Assert.Equal("2025-06-01", validated.Sink.Cell("enrollments", 0, "endDate"));
        Assert.Equal("female", validated.Sink.Cell("demographics", 0, "sex"));
        Assert.Equal("false", validated.Sink.Cell("demographics", 0, "hispanicOrLatinoEthnicity"));
        Assert.DoesNotContain(validated.Sink.Rows["users"], row => row.Cells.Contains("secret"));

        string? Cell(string column) => validated.Sink.Cell("users", 0, column);
    }

    [Theory]
    [InlineData("e9,,,k1,s1,nobody,student,,,", DiagnosticCodes.ReferenceMissingTargetRecord, "userSourcedId")]
    [InlineData("e9,,,k1,s1,,student,,,", DiagnosticCodes.RowMissingRequiredValue, "userSourcedId")]
    [InlineData("e9,,,k1,s1,u1,pupil,,,", DiagnosticCodes.RowInvalidEnum, "role")]
    [InlineData("e9,,,k1,s1,u1,student,,2025-02-30,", DiagnosticCodes.RowInvalidDate, "beginDate")]
    [InlineData("e 9,,,k1,s1,u1,student,,,", DiagnosticCodes.RowInvalidGuid, "sourcedId")]
    [InlineData("e1,,,k1,s1,u2,student,,,", DiagnosticCodes.ReferenceDuplicateSourcedId, "sourcedId")]
    [InlineData("e9,,,k1,s1,u1,student,maybe,,", DiagnosticCodes.RowInvalidBoolean, "primary")]
    [InlineData("e9,,,k1,s1,u1,student", DiagnosticCodes.TableRowWidthMismatch, null)]
    public async Task Validate_BrokenRow_IsRejectedAloneWithItsPlace(string row, string code, string? column)
    {
        foreach (var conformance in Enum.GetValues<Conformance>())
        {
            var validated = await TestPackage.Rostering()
                .Table("enrollments", "1.1", "e1,,,k1,s1,u1,student,,,", row, "e3,,,k1,s1,u3,teacher,true,,")
                .Manifest().ValidateAsync(conformance);

            var finding = Assert.Single(validated.Findings.All);
            Assert.Equal((code, Severity.Error, "enrollments.csv", 3L, column), (finding.Code, finding.Severity, finding.File, finding.Row!.Value, finding.Column));
            Assert.False(validated.Result.IsRejected);
            Assert.Equal((3L, 2L, 1L), Counts(validated.File("enrollments.csv")));
            Assert.Equal(["e1", "e3"], validated.Sink.Rows["enrollments"].Select(kept => kept.Cells[0]));
        }
    }

    [Fact]
    public async Task Validate_ReferenceWithoutMeaning_IsDroppedInLenientAndRejectedInStrict()
    {
        var package = TestPackage.Rostering()
            .Table("users", "1.1", "u1,,,true,\"s1,s9\",student,one,,G1,F1,,,,,,\"u3,ghost\",09,", "u2,,,true,s9,student,two,,G2,F2,,,,,,,09,", "u3,,,true,s1,teacher,three,,G3,F3,,,,,,,,")
            .Table("classes", "1.1", "k1,,,Algebra 1,09,c1,A1,scheduled,,s1,t9,,,")
            .Table("enrollments", "1.1", "e1,,,k1,s1,u1,student,,,")
            .Manifest();

        var lenient = await package.ValidateAsync(Conformance.Lenient);
        var strict = await package.ValidateAsync(Conformance.Strict);

        Assert.Equal("s1", Kept("users", "u1", "orgSourcedIds"));
        Assert.Equal("u3", Kept("users", "u1", "agentSourcedIds"));
        Assert.Null(Kept("classes", "k1", "termSourcedIds"));
        var error = Assert.Single(lenient.Findings.All, finding => finding.Severity == Severity.Error);
        Assert.Equal(("users.csv", 3L, "orgSourcedIds"), (error.File, error.Row!.Value, error.Column));
        Assert.Equal(2, strict.File("users.csv").RowsRejected);
        Assert.Equal(1, strict.File("classes.csv").RowsRejected);

        string? Kept(string table, string id, string column) => lenient.Sink.Rows[table].Single(row => row.Cells[0] == id)
            .Cells[Canonical.CanonicalTables.Get(table).Ordinal(column)];
    }

    [Theory]
    [InlineData(50_000, null)]
    [InlineData(0, DiagnosticCodes.ReferenceNotVerified)]
    public async Task Validate_RowPointingAheadInItsFile_IsHeldWithinTheLimit(int maxHeldRows, string? code)
    {
        var package = TestPackage.Rostering().Table("orgs", "1.1", "s1,,,School,school,,d1", "d1,,,District,district,,").Manifest();

        var validated = await package.ValidateAsync(new ValidationRequest { Conformance = Conformance.Strict, MaxHeldRows = maxHeldRows });

        Assert.Equal(code is null ? [] : [code], validated.Findings.Codes());
        Assert.Equal(["d1", "s1"], validated.Sink.Rows["orgs"].Select(row => row.Cells[0]).Order(StringComparer.Ordinal));
        Assert.Equal(2, validated.File("orgs.csv").RowsAccepted);
    }

    [Fact]
    public async Task Validate_DeltaAlone_IsHeldAgainstThePublishedSnapshot()
    {
        const string Stamp = "2025-01-01T00:00:00.000Z";
        var package = new TestPackage()
            .Table("enrollments", "1.1", $"e1,active,{Stamp},k1,s1,u1,student,,,", $"e2,active,{Stamp},k1,s1,u7,student,,,")
            .Manifest(mode: "delta");
        var held = new Dictionary<string, string[]> { ["classes"] = ["k1"], ["orgs"] = ["s1"], ["users"] = ["u1"], ["enrollments"] = ["e1"] };

        var alone = await package.ValidateAsync(Conformance.Strict);
        var based = await package.ValidateAsync(new ValidationRequest
        {
            Conformance = Conformance.Strict,
            BaseReferences = (table, _) => held.TryGetValue(table, out var ids) ? ids.ToAsyncEnumerable() : null,
        });

        Assert.Equal(0, alone.Result.Errors);
        Assert.Equal([DiagnosticCodes.ReferenceNotVerified], alone.Findings.Codes());
        var error = Assert.Single(based.Findings.All);
        Assert.Equal((DiagnosticCodes.ReferenceMissingTargetRecord, 3L, "userSourcedId"), (error.Code, error.Row!.Value, error.Column));
    }

    [Fact]
    public async Task Validate_ExtensionFiles_AreKeyedAndCheckedInBothProfiles()
    {
        foreach (var conformance in Enum.GetValues<Conformance>())
        {
            var validated = await TestPackage.Rostering()
                .File("attendance.csv", "eventDate,userSourcedId,schoolSourcedId,classSourcedId,attendanceEventCategory,eventDuration\n"
                    + "2024-09-02,u1,s1,,Unexcused Absence,1.0\n2024-09-02,u1,s1,k1,Tardy,\n2024-09-02,u1,s1,,Tardy,\n2024-09-03,ghost,s1,,Tardy,\n")
                .File("calendarDates.csv", "schoolSourcedId,date,calendarEvent\ns1,2024-09-02,Instructional day\n")
                .Manifest().ValidateAsync(conformance);

            Assert.False(validated.Result.IsRejected, validated.Result.FatalCode);
            Assert.Equal((4L, 2L, 2L), Counts(validated.File("attendance.csv")));
            Assert.Equal(
                [(DiagnosticCodes.ReferenceDuplicateKey, 4L), (DiagnosticCodes.ReferenceMissingTargetRecord, 5L)],
                validated.Findings.All.Select(finding => (finding.Code, finding.Row!.Value)));
            Assert.Equal("1.0", validated.Sink.Cell("attendance", 0, "eventDuration"));
            Assert.Equal(TableMode.Bulk, validated.File("attendance.csv").Mode);
        }
    }

    [Fact]
    public async Task Validate_UnclosedQuote_RejectsThePackageAndStillChecksTheRest()
    {
        var validated = await TestPackage.Rostering()
            .Table("users", "1.1", "u1,,,true,s1,student,\"one,,G1,F1,,,,,,,09,")
            .Table("orgs", "1.1", "d1,,,District,galaxy,,", "s1,,,School,school,,")
            .Manifest().ValidateAsync(Conformance.Lenient);

        Assert.Equal(DiagnosticCodes.CsvUnclosedQuote, validated.Result.FatalCode);
        Assert.Contains(DiagnosticCodes.RowInvalidEnum, validated.Findings.Codes(Severity.Error));
    }

    [Fact]
    public async Task Validate_FileWithoutHeader_IsFatalAndItsCellsStayOutOfTheReport()
    {
        var validated = await TestPackage.Rostering().File("orgs.csv", "d1,,,Secret Name,district,,\n").Manifest().ValidateAsync(Conformance.Lenient);

        Assert.Equal(DiagnosticCodes.TableMissingHeader, validated.Result.FatalCode);
        Assert.DoesNotContain(validated.Findings.All, finding => finding.ToString().Contains("Secret", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Validate_HeaderOnlyFile_IsAWarningInLenient()
    {
        var package = TestPackage.Rostering().Table("demographics", "1.1").Manifest();

        Assert.Equal([DiagnosticCodes.TableMissingDataRows], (await package.ValidateAsync(Conformance.Lenient)).Findings.Codes());
        Assert.Equal(DiagnosticCodes.TableMissingDataRows, (await package.ValidateAsync(Conformance.Strict)).Result.FatalCode);
    }

    private static (long Read, long Accepted, long Rejected) Counts(FileResult file) => (file.RowsRead, file.RowsAccepted, file.RowsRejected);
}
