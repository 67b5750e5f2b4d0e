using ClosingGap.Ingest.Diagnostics;
using ClosingGap.Ingest.Tests.OneRoster;
using ClosingGap.Ingest.Validation;

namespace ClosingGap.Ingest.Tests.Validation;

/// <summary>Two ids that look alike are two ids: no reference finds the one by the other.</summary>
public sealed class LookalikeIdTests
{
    [Theory]
    [InlineData("u\u200B1")]
    [InlineData("u1\u200F")]
    [InlineData("\uFEFFu1")]
    [InlineData("u１")]
    [InlineData("\u03C51")]
    [InlineData("u\u03011")]
    [InlineData("u1\u00AD")]
    public async Task Validate_GuidThatLooksLikeAnother_IsInvalidInBothProfiles(string id)
    {
        foreach (var conformance in Enum.GetValues<Conformance>())
        {
            var validated = await TestPackage.Rostering()
                .Table("enrollments", "1.1", $"e1,,,k1,s1,{id},student,,2024-08-01,").Manifest().ValidateAsync(conformance);

            Assert.Contains(DiagnosticCodes.RowInvalidGuid, validated.Findings.Codes(Severity.Error));
            Assert.Equal(0, validated.File("enrollments.csv").RowsAccepted);
        }
    }

    [Theory]
    [InlineData("a1", "a1\u200B", true)]
    [InlineData("é1", "e\u03011", false)]
    [InlineData("a1", "а1", false)]
    [InlineData("a1", "ａ1", false)]
    [InlineData("A1", "a1", false)]
    [InlineData("a1", "a1\u202E", true)]
    public async Task Validate_FreeIdsThatLookAlike_DoNotJoin(string id, string twin, bool isUnseen)
    {
        var both = await Package([id, twin], id).ValidateAsync(Conformance.Lenient);
        var one = await Package([id], twin).ValidateAsync(Conformance.Lenient);

        Assert.Empty(both.Findings.Codes(Severity.Error));
        Assert.Equal(2, both.File("lmsSections.csv").RowsAccepted);
        Assert.Equal(isUnseen, both.Findings.Codes().Contains(DiagnosticCodes.RowInvisibleCharacter));
        Assert.Contains(DiagnosticCodes.ReferenceParentGone, one.Findings.Codes());
    }

    [Fact]
    public async Task Validate_TinyMemoryForReferences_FindsTheSame()
    {
        var users = Enumerable.Range(0, 60_000).Select(number => FormattableString.Invariant($"v{number},,,true,s1,student,n{number},,G,F,,,,,,,09,")).ToArray();
        var enrollments = Enumerable.Range(0, 60_000).Select(number => FormattableString.Invariant($"f{number},,,k1,s1,v{number + (number % 100 == 0 ? 60_000 : 0)},student,,2024-08-01,"));
        var package = TestPackage.Rostering().Table("users", "1.1", users).Table("enrollments", "1.1", [.. enrollments, "f7,,,k1,s1,v7,student,,2024-08-01,"]).Without("demographics.csv").Manifest();

        var plain = await package.ValidateAsync(new ValidationRequest { Conformance = Conformance.Strict });
        var tiny = await package.ValidateAsync(new ValidationRequest { Conformance = Conformance.Strict, ReferenceMemoryBytes = 1 << 20 });

        Assert.Equal(600, plain.Result.CountsByCode[DiagnosticCodes.ReferenceMissingTargetRecord]);
        Assert.Equal(1, plain.Result.CountsByCode[DiagnosticCodes.ReferenceDuplicateSourcedId]);
        Assert.Equal(plain.Findings.All, tiny.Findings.All);
        Assert.Equal(plain.Result.Files, tiny.Result.Files);
    }

    private static TestPackage Package(string[] sections, string named) => TestPackage.Rostering()
        .Table("lmsSections", "1.1", [.. sections.Select(section => Row("lmsSections", ("sourcedId", section), ("classSourcedId", "k1")))])
        .Table("lmsSectionAssociations", "1.1", Row("lmsSectionAssociations", ("sourcedId", "m1"), ("userSourcedId", "u1"), ("lmsSectionSourcedId", named), ("enrollmentStatus", "active")))
        .Manifest();

    private static string Row(string table, params (string Column, string Value)[] cells) =>
        string.Join(',', TestPackage.Header(table, "1.1").Split(',').Select(column => cells.FirstOrDefault(cell => cell.Column == column).Value));
}
