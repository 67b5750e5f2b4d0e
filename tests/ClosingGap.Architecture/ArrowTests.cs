using System.Xml.Linq;
using NetArchTest.Rules;

namespace ClosingGap.Architecture;

public sealed class ArrowTests
{
    [Theory]
    [MemberData(nameof(Product.Parts), MemberType = typeof(Product))]
    public void Assembly_OfAPart_KnowsOnlyPartsBelowIt(string part)
    {
        using var module = Product.Open(part);
        var known = module.AssemblyReferences.Select(reference => Product.PartOf(reference.Name)).OfType<string>();

        Assert.Empty(known.Except(Product.Arrows[part], StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Product.Parts), MemberType = typeof(Product))]
    public void Project_OfAPart_RefersOnlyToPartsBelowIt(string part)
    {
        var references = XDocument.Load(Product.Project(part)).Descendants("ProjectReference")
            .Select(reference => Path.GetFileNameWithoutExtension(reference.Attribute("Include")!.Value.Replace('\\', '/')))
            .Select(name => Product.PartOf(name) ?? name);

        Assert.Empty(references.Except(Product.Arrows[part], StringComparer.Ordinal));
    }

    [Fact]
    public void Folders_OfFunctions_AreAllNamedInTheArrows()
    {
        var folders = Directory.EnumerateDirectories(Product.Sources).Select(folder => Product.PartOf(Path.GetFileName(folder)) ?? folder);

        Assert.Equal(Product.Arrows.Keys.Order(StringComparer.Ordinal), folders.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Domain_Rules_TouchNeitherFilesNorNetworkNorServices()
    {
        var result = Types.InAssembly(typeof(Domain.Verdicts.StudentAssessment).Assembly)
            .ShouldNot()
            .HaveDependencyOnAny("System.IO.File", "System.IO.Directory", "System.IO.FileStream", "System.Net", "System.Data", "Microsoft", "Azure")
            .GetResult();

        Assert.True(result.IsSuccessful, string.Join(", ", result.FailingTypeNames ?? []));
    }

    [Fact]
    public void Pipeline_UseCases_KnowNeitherTheHostNorTheEngineNorAStore()
    {
        var result = Types.InAssembly(typeof(Pipeline.PipelineServices).Assembly)
            .ShouldNot()
            .HaveDependencyOnAny("Azure", "Microsoft.Azure", "Microsoft.DurableTask", "Microsoft.AspNetCore", "Microsoft.Data.Sqlite", "Newtonsoft")
            .GetResult();

        Assert.True(result.IsSuccessful, string.Join(", ", result.FailingTypeNames ?? []));
    }

    [Fact]
    public void Functions_Sources_NameNothingOfTheLocalRuntime()
    {
        var naming = Product.SourceFiles("Functions").Where(file => File.ReadAllText(file).Contains("LocalRuntime", StringComparison.Ordinal));

        Assert.Empty(naming.Select(Path.GetFileName));
    }
}
