using System.Text;
using ClosingGap.Ingest.Diagnostics;
using ClosingGap.Ingest.Validation;

namespace ClosingGap.Ingest.Tests.OneRoster;

/// <summary>The rules of form of the CSV binding, each under both profiles: what it is called, and what it weighs.</summary>
public sealed class StandardFormTests
{
    private const string Header = "sourcedId,status,dateLastModified,name,type,identifier,parentSourcedId";
    private const string District = "d1,,,District,district,,";

    /// <summary>A whole orgs.csv; the code in strict and its weight; the code in lenient and its weight, null when nothing is found.</summary>
    public static TheoryData<string, string, Severity, string?, Severity> Files => new()
    {
        { $"{Header}\n{District}\ns1,,,School,school,,d1", "", Severity.Warning, null, Severity.Warning },
        { $"\uFEFF{Header}\r\n{District}\r\ns1,,,School,school,,d1\r\n", "", Severity.Warning, null, Severity.Warning },
        { $"{Header}\n{District}\ns1,,,\"School, \"\"Oak\"\"\",school,,d1\n", "", Severity.Warning, null, Severity.Warning },
        { $"{Header}\n{District}\ns1,,,\"Oak\nSchool\",school,,d1\n", DiagnosticCodes.CsvLineBreakInQuotedField, Severity.Error, DiagnosticCodes.CsvLineBreakInQuotedField, Severity.Warning },
        { $"{Header}\n{District}\ns1,,,Oak \"School\",school,,d1\n", DiagnosticCodes.CsvUnescapedQuote, Severity.Error, DiagnosticCodes.CsvUnescapedQuote, Severity.Warning },
        { $"{Header}\n{District}\ns1,,,\"Oak\" School,school,,d1\n", DiagnosticCodes.CsvUnexpectedCharacterAfterQuote, Severity.Error, DiagnosticCodes.CsvUnexpectedCharacterAfterQuote, Severity.Error },
        { $"{Header}\n{District}\ns1,,,\"Oak School,school,,d1\n", DiagnosticCodes.CsvUnclosedQuote, Severity.Fatal, DiagnosticCodes.CsvUnclosedQuote, Severity.Fatal },
        { $"{Header}\n{District}\ns1,,,School,school,,d1\r", DiagnosticCodes.CsvBareCarriageReturn, Severity.Error, DiagnosticCodes.CsvBareCarriageReturn, Severity.Warning },
        { $"{Header}\n{District}\n\ns1,,,School,school,,d1\n", DiagnosticCodes.CsvBlankLine, Severity.Error, DiagnosticCodes.CsvBlankLine, Severity.Warning },
        { $"{Header}\n{District}\ns1,,,School,school\n", DiagnosticCodes.TableRowWidthMismatch, Severity.Error, DiagnosticCodes.TableRowWidthMismatch, Severity.Error },
        { $"{Header}\n{District}\ns1,,,School,school,,d1,,\n", DiagnosticCodes.TableTrailingBlankCells, Severity.Error, DiagnosticCodes.TableTrailingBlankCells, Severity.Warning },
        { "", DiagnosticCodes.TableMissingHeader, Severity.Fatal, DiagnosticCodes.TableMissingHeader, Severity.Fatal },
        { $"{Header}\n", DiagnosticCodes.TableMissingDataRows, Severity.Fatal, DiagnosticCodes.TableMissingDataRows, Severity.Warning },
        { $"{Header},name\n{District},x\n", DiagnosticCodes.TableDuplicateHeader, Severity.Fatal, DiagnosticCodes.TableDuplicateHeader, Severity.Fatal },
        { $"{Header},\n{District},\ns1,,,School,school,,d1,\n", DiagnosticCodes.TableEmptyHeaderName, Severity.Fatal, DiagnosticCodes.TableEmptyHeaderName, Severity.Warning },
        { $"sourcedId,status,dateLastModified,type,name,identifier,parentSourcedId\nd1,,,district,District,,\ns1,,,school,School,,d1\n", DiagnosticCodes.SchemaHeaderOrderMismatch, Severity.Fatal, DiagnosticCodes.SchemaHeaderOrderMismatch, Severity.Warning },
        { $"SourcedID,status,dateLastModified,name,type,identifier,parentSourcedId\n{District}\ns1,,,School,school,,d1\n", DiagnosticCodes.SchemaMissingHeader, Severity.Fatal, DiagnosticCodes.SchemaHeaderCaseMismatch, Severity.Warning },
        { $"sourcedId,status,dateLastModified,name,type,identifier\nd1,,,District,district,\ns1,,,School,school,\n", DiagnosticCodes.SchemaMissingHeader, Severity.Fatal, DiagnosticCodes.SchemaMissingHeader, Severity.Warning },
        { $"{Header},region\n{District},x\ns1,,,School,school,,d1,x\n", DiagnosticCodes.SchemaInvalidMetadataHeader, Severity.Fatal, DiagnosticCodes.SchemaInvalidMetadataHeader, Severity.Warning },
        { $"{Header},metadata.\n{District},x\ns1,,,School,school,,d1,x\n", DiagnosticCodes.SchemaInvalidMetadataHeader, Severity.Fatal, null, Severity.Warning },
        { $"{Header},metadata.region\n{District},x\ns1,,,School,school,,d1,x\n", "", Severity.Warning, null, Severity.Warning },
        { $"metadata.region,{Header}\nx,{District}\nx,s1,,,School,school,,d1\n", DiagnosticCodes.SchemaMetadataColumnPosition, Severity.Fatal, DiagnosticCodes.SchemaMetadataColumnPosition, Severity.Warning },
    };

    /// <summary>One row of a file of the 1.2 set; the code in strict; the code in lenient and its weight, null when nothing is found.</summary>
    public static TheoryData<string, string, string?, string?, Severity> Cells => new()
    {
        { "orgs", "o 9,,,Name,school,,", DiagnosticCodes.RowInvalidGuid, DiagnosticCodes.RowInvalidGuid, Severity.Error },
        { "orgs", $"{new string('o', 256)},,,Name,school,,", DiagnosticCodes.RowInvalidGuid, DiagnosticCodes.RowInvalidGuid, Severity.Error },
        { "orgs", $"{new string('o', 255)},,,Name,school,,", null, null, Severity.Warning },
        { "orgs", "o9@a/b_c-1.2,,,Name,School,,", DiagnosticCodes.RowInvalidEnum, DiagnosticCodes.RowEnumCase, Severity.Warning },
        { "orgs", "o9,,,Name,ext:,,", DiagnosticCodes.RowInvalidEnum, DiagnosticCodes.RowInvalidEnum, Severity.Error },
        { "orgs", "o9,,,,school,,", DiagnosticCodes.RowMissingRequiredValue, DiagnosticCodes.RowMissingRequiredValue, Severity.Warning },
        { "orgs", ",,,Name,school,,", DiagnosticCodes.RowMissingRequiredValue, DiagnosticCodes.RowMissingRequiredValue, Severity.Error },
        { "orgs", "o9,active,,Name,school,,", DiagnosticCodes.RowFieldForbiddenInBulk, DiagnosticCodes.RowFieldForbiddenInBulk, Severity.Warning },
        { "academicSessions", "t9,,,Spring,term,2025-01-10,2025-02-30,y1,2025", DiagnosticCodes.RowInvalidDate, DiagnosticCodes.RowInvalidDate, Severity.Error },
        { "academicSessions", "t9,,,Spring,term,2025-01-10,20250601,y1,2025", DiagnosticCodes.RowInvalidDate, DiagnosticCodes.RowDateFormat, Severity.Warning },
        { "academicSessions", "t9,,,Spring,term,2025-01-10,2025-06-01,y1,25", DiagnosticCodes.RowInvalidYear, DiagnosticCodes.RowInvalidYear, Severity.Error },
        { "enrollments", "e9,,,k1,s1,u2,student,TRUE,,", DiagnosticCodes.RowInvalidBoolean, DiagnosticCodes.RowBooleanFormat, Severity.Warning },
        { "enrollments", "e9,,,k1,s1,u2,student,maybe,,", DiagnosticCodes.RowInvalidBoolean, DiagnosticCodes.RowInvalidBoolean, Severity.Error },
        { "categories", "g9,,,Homework,2.5", DiagnosticCodes.RowInvalidInteger, DiagnosticCodes.RowInvalidInteger, Severity.Error },
        { "lineItems", "l9,,,Quiz,,2024-09-01,2024-09-08,k1,g1,t1,NaN,10,s1", DiagnosticCodes.RowInvalidFloat, DiagnosticCodes.RowInvalidFloat, Severity.Error },
        { "lineItems", "l9,,,Quiz,,2024-09-01,2024-09-08,k1,g1,t1,-1.5E1,1e2,s1", null, null, Severity.Warning },
        { "classes", "k9,,,A,09,c1,A1,scheduled,,s1,\"t1,\",,,", DiagnosticCodes.RowInvalidList, DiagnosticCodes.RowInvalidList, Severity.Warning },
        { "classes", "k9,,,A,09,c1,A1,scheduled,,s1,\"t1, y1\",,,", DiagnosticCodes.RowInvalidGuid, null, Severity.Warning },
        { "classes", "k9,,,A,09,c1,A1,scheduled,,s1,t1,Math,,", DiagnosticCodes.RowInvalidList, null, Severity.Warning },
        { "classes", "k9,,,A,09,c1,A1,scheduled,,s1,t1,\"Math,Art\",01,", DiagnosticCodes.RowInvalidList, DiagnosticCodes.RowInvalidList, Severity.Warning },
        { "classes", "k9,,,A,9,c1,A1,scheduled,,s1,t1,,,", null, DiagnosticCodes.RowGradeFormat, Severity.Warning },
        { "users", "u9,,,true,u9,{LDAP:1:2},Given,Family,,,,,,,09,,,,,,,,", DiagnosticCodes.RowInvalidList, null, Severity.Warning },
        { "users", "u9,,,true,u9,plain,Given,Family,,,,,,,09,,,,,,,,", DiagnosticCodes.RowInvalidList, DiagnosticCodes.RowInvalidList, Severity.Warning },
        { "users", "u9,,,true,u9,\"{LDAP:12},{LTI:15}\",Given,Family,,,,,,,\"09,10\",,,,,,,,", null, null, Severity.Warning },
        { "resources", "w9,,,v,T,\"student, teacher\",primary,,", DiagnosticCodes.RowInvalidEnum, null, Severity.Warning },
        { "resources", "w9,,,v,T,,tertiary,,", DiagnosticCodes.RowInvalidEnum, DiagnosticCodes.RowInvalidEnum, Severity.Warning },
        { "demographics", "u2,,,,x,,,,,,,,,,,", DiagnosticCodes.RowInvalidEnum, DiagnosticCodes.RowInvalidEnum, Severity.Warning },
    };

    [Theory]
    [MemberData(nameof(Files))]
    public async Task File_OfThatForm_IsCalledAndWeighedSo(string content, string strictCode, Severity strictWeight, string? lenientCode, Severity lenientWeight)
    {
        var package = new TestPackage().File("orgs.csv", content).Manifest();

        var strict = await package.ValidateAsync(Conformance.Strict);
        var lenient = await package.ValidateAsync(Conformance.Lenient);

        AssertFound(strict, strictCode.Length == 0 ? null : strictCode, strictWeight);
        AssertFound(lenient, lenientCode, lenientWeight);
    }

    [Theory]
    [MemberData(nameof(Cells))]
    public async Task Row_OfThatForm_IsCalledAndWeighedSo(string table, string row, string? strictCode, string? lenientCode, Severity lenientWeight)
    {
        var package = FullPackage.Create();
        package.File(table + ".csv", package.Text(table + ".csv") + row + "\n");

        var strict = await package.ValidateAsync(Conformance.Strict);
        var lenient = await package.ValidateAsync(Conformance.Lenient);

        if (strictCode is null)
        {
            Assert.Equal(0, strict.Result.Errors);
        }
        else
        {
            AssertFound(strict, strictCode, Severity.Error);
        }

        AssertFound(lenient, lenientCode, lenientWeight);
    }

    [Fact]
    public async Task File_ThatIsNotUtf8_IsFatalInBoth()
    {
        var package = new TestPackage().File("orgs.csv", [.. Encoding.UTF8.GetBytes($"{Header}\nd1,,,Distri"), 0xE9, .. Encoding.UTF8.GetBytes("ct,district,,\n")]).Manifest();
        foreach (var conformance in Enum.GetValues<Conformance>())
        {
            Assert.Equal(DiagnosticCodes.CsvInvalidUtf8, (await package.ValidateAsync(conformance)).Result.FatalCode);
        }
    }

    [Theory]
    [InlineData("active,2025-01-01T00:00:00.000Z", null, null, Severity.Warning)]
    [InlineData(",2025-01-01T00:00:00.000Z", DiagnosticCodes.RowFieldRequiredInDelta, DiagnosticCodes.RowFieldRequiredInDelta, Severity.Warning)]
    [InlineData("active,", DiagnosticCodes.RowFieldRequiredInDelta, DiagnosticCodes.RowFieldRequiredInDelta, Severity.Warning)]
    [InlineData("gone,2025-01-01T00:00:00.000Z", DiagnosticCodes.RowInvalidEnum, DiagnosticCodes.RowInvalidEnum, Severity.Error)]
    [InlineData("Active,2025-01-01T00:00:00.000Z", DiagnosticCodes.RowInvalidEnum, DiagnosticCodes.RowEnumCase, Severity.Warning)]
    [InlineData("active,2025-01-01", DiagnosticCodes.RowInvalidDatetime, DiagnosticCodes.RowInvalidDatetime, Severity.Warning)]
    [InlineData("active,2025-01-01T00:00:00Z", DiagnosticCodes.RowInvalidDatetime, DiagnosticCodes.RowInvalidDatetime, Severity.Warning)]
    public async Task DeltaRow_OfThatForm_IsCalledAndWeighedSo(string lifecycle, string? strictCode, string? lenientCode, Severity lenientWeight)
    {
        var package = new TestPackage().File("orgs.csv", $"{Header}\nd1,{lifecycle},District,district,,\n").Manifest(mode: "delta");

        AssertFound(await package.ValidateAsync(Conformance.Strict), strictCode, Severity.Error);
        AssertFound(await package.ValidateAsync(Conformance.Lenient), lenientCode, lenientWeight);
    }

    [Theory]
    [InlineData("Orgs.csv", DiagnosticCodes.PackageFileNameCase)]
    [InlineData("notes.txt", DiagnosticCodes.PackageUnknownFile)]
    [InlineData("more.zip", DiagnosticCodes.PackageNestedZip)]
    public async Task Entry_ThatIsNoExactFileOfTheStandard_IsFatalInStrictAndNamedInLenient(string name, string code)
    {
        var package = new TestPackage().File("orgs.csv", $"{Header}\n{District}\n").Manifest();
        package.File(name, package.Text("orgs.csv"));
        if (code == DiagnosticCodes.PackageFileNameCase)
        {
            package.Without("orgs.csv");
        }

        var lenient = await package.ValidateAsync(Conformance.Lenient);

        Assert.Equal([code], lenient.Findings.Codes());
        Assert.Equal(1, lenient.Sink.Counts["orgs"]);
        Assert.Contains(code, (await package.ValidateAsync(Conformance.Strict)).Findings.Codes(Severity.Fatal));
    }

    private static void AssertFound(Validated validated, string? code, Severity weight)
    {
        if (code is null)
        {
            Assert.Equal([], validated.Findings.Codes());
            return;
        }

        Assert.Equal(weight, validated.Findings.All.Where(finding => finding.Code == code).Max(finding => (Severity?)finding.Severity));
        Assert.Equal(weight == Severity.Fatal, validated.Result.IsRejected);
        Assert.Equal(weight == Severity.Warning, validated.Result.Errors == 0 && !validated.Result.IsRejected);
    }
}
