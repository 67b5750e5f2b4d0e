using ClosingGap.TestSupport;
using Microsoft.Azure.Functions.Worker.Builder;

namespace ClosingGap.LocalRuntime.Tests.Parity;

/// <summary>
/// What compiles on LocalRuntime must compile on the real packages: each of its public types and members outside its own
/// namespaces is in <c>azure-api.txt</c>. To write that file anew from the document, set <c>CLOSINGGAP_WRITE_PARITY=1</c>
/// and run <see cref="DataFile_AgainstTheDocument_IsItsConversion"/>.
/// </summary>
public sealed class ParityTests
{
    private static readonly string DataFile = Path.Combine(RepositoryPaths.Root, "tests", "ClosingGap.LocalRuntime.Tests", "Parity", "azure-api.txt");

    private static IEnumerable<Type> ProgrammingModel => typeof(FunctionsApplication).Assembly.GetExportedTypes()
        .Where(type => !type.Namespace!.StartsWith("ClosingGap", StringComparison.Ordinal));

    [Fact]
    public void ProgrammingModel_AgainstAzure_HasNothingThatAzureHasNot()
    {
        var comparer = new ApiComparer(File.ReadLines(DataFile));

        var differences = ProgrammingModel.SelectMany(comparer.Differences).ToArray();

        Assert.True(comparer.TypeCount > 100 && comparer.MemberCount > 600, $"{comparer.TypeCount} types, {comparer.MemberCount} members");
        Assert.True(ProgrammingModel.Count() > 40, "the programming model was found");
        Assert.True(differences.Length == 0, string.Join(Environment.NewLine, differences));
    }

    [Fact]
    public void ProgrammingModel_NameThatAzureHasTwice_IsHereTwice()
    {
        // An app that uses both namespaces must qualify the name there, so it must need to here.
        Assert.Equal(
            ["Microsoft.Azure.Functions.Worker", "Microsoft.DurableTask"],
            ProgrammingModel.Where(type => type.Name == "RetryContext").Select(type => type.Namespace).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void DataFile_AgainstTheDocument_IsItsConversion()
    {
        var document = RepositoryPaths.SharedData is { } data ? Path.Combine(data, "..", "docs", "azure-functions-api.md") : null;
        Assert.SkipUnless(File.Exists(document), "The document of the real packages' signatures is not beside this checkout.");
        var lines = AzureApiDocument.Convert(File.ReadAllText(document!).ReplaceLineEndings("\n"));
        if (Environment.GetEnvironmentVariable("CLOSINGGAP_WRITE_PARITY") == "1")
        {
            File.WriteAllLines(DataFile, lines);
        }

        Assert.Equal(lines, File.ReadLines(DataFile));
    }
}
