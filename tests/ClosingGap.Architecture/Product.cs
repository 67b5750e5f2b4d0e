using System.Xml.Linq;
using ClosingGap.TestSupport;
using Mono.Cecil;

namespace ClosingGap.Architecture;

/// <summary>The product's parts: their built assemblies, projects and sources.</summary>
internal static class Product
{
    private const string Prefix = "ClosingGap.";

    /// <summary>Each part, with the parts that it may know.</summary>
    public static readonly IReadOnlyDictionary<string, string[]> Arrows = new SortedDictionary<string, string[]>(StringComparer.Ordinal)
    {
        ["Domain"] = [],
        ["Ingest"] = ["Domain"],
        ["Pipeline"] = ["Domain", "Ingest"],
        ["Storage"] = ["Domain", "Ingest", "Pipeline"],
        ["LocalRuntime"] = [],
        ["Functions"] = ["Domain", "Ingest", "Pipeline", "Storage", "LocalRuntime"],
        ["SampleData"] = [],
        ["Local"] = ["Domain", "Ingest", "Pipeline", "Storage", "LocalRuntime", "Functions", "SampleData"],
        ["Cli"] = ["Domain", "Ingest", "SampleData"],
    };

    public static TheoryData<string> Parts => [.. Arrows.Keys];

    /// <summary>The folder of the parts' sources.</summary>
    public static string Sources { get; } = Path.Combine(RepositoryPaths.Root, "functions");

    public static string Project(string part) => Path.Combine(Sources, Prefix + part, $"{Prefix}{part}.csproj");

    /// <summary>The built assembly, which has the project's name unless the project says otherwise.</summary>
    public static ModuleDefinition Open(string part)
    {
        var name = XDocument.Load(Project(part)).Descendants("AssemblyName").FirstOrDefault()?.Value ?? Prefix + part;
        return ModuleDefinition.ReadModule(Path.Combine(AppContext.BaseDirectory, $"{name}.dll"));
    }

    /// <summary>The part that an assembly or a project is; null when it is none of ours.</summary>
    public static string? PartOf(string name) => name.StartsWith(Prefix, StringComparison.Ordinal) ? name[Prefix.Length..] : null;

    /// <summary>The source files of a part, without what is built.</summary>
    public static IEnumerable<string> SourceFiles(string part)
    {
        var folder = Path.Combine(Sources, Prefix + part);
        return Directory.EnumerateFiles(folder, "*.cs", SearchOption.AllDirectories)
            .Where(file => Path.GetRelativePath(folder, file).Split(Path.DirectorySeparatorChar)[0] is not "bin" and not "obj");
    }
}
