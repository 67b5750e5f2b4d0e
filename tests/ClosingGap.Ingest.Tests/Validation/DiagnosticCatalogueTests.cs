using System.Reflection;
using ClosingGap.Ingest.Diagnostics;
using ClosingGap.Ingest.Profiles;

namespace ClosingGap.Ingest.Tests.Validation;

public sealed class DiagnosticCatalogueTests
{
    [Fact]
    public void EveryCode_UsedByTheProduct_HasOneEntryAndNoEntryIsSpare()
    {
        var used = CodesOf(typeof(DiagnosticCodes)).Concat(CodesOf(typeof(ProfileDiagnosticCodes))).Distinct().Order(StringComparer.Ordinal);

        Assert.Equal(used, DiagnosticCatalogue.All.Select(entry => entry.Code).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Entries_HaveAMeaningAndAFixOfOneSentence() =>
        Assert.All(DiagnosticCatalogue.All, entry =>
        {
            Assert.EndsWith(".", entry.Meaning, StringComparison.Ordinal);
            Assert.EndsWith(".", entry.Fix, StringComparison.Ordinal);
            Assert.True(entry.Lenient <= entry.Strict, entry.Code);
        });

    private static IEnumerable<string> CodesOf(Type type) =>
        type.GetFields(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic).Where(field => field.IsLiteral).Select(field => (string)field.GetRawConstantValue()!);
}
