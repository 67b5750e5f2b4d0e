using System.Text.RegularExpressions;

namespace ClosingGap.Architecture.Source;

public sealed partial class SourceFileTests
{
    private const int MaxLines = 300;

    [Theory]
    [MemberData(nameof(Product.Parts), MemberType = typeof(Product))]
    public void Files_OfAPart_AreShort(string part) =>
        Assert.Empty(Product.SourceFiles(part).Where(file => File.ReadLines(file).Count() > MaxLines).Select(Path.GetFileName));

    [Theory]
    [MemberData(nameof(Product.Parts), MemberType = typeof(Product))]
    public void Files_OfAPart_HoldOneTypeOfTheirName(string part)
    {
        foreach (var file in Product.SourceFiles(part))
        {
            var types = TopLevelType().Matches(File.ReadAllText(file)).Select(match => match.Groups["name"].Value).ToList();
            var name = Path.GetFileNameWithoutExtension(file).Split('.')[0];

            Assert.True(types.Count <= 1, $"{Path.GetFileName(file)} holds {string.Join(", ", types)}.");
            Assert.True(types is [] || types[0] == name || types[0] + "OfT" == name, $"{Path.GetFileName(file)} holds {string.Join(", ", types)}.");
        }
    }

    // With file-scoped namespaces, what begins a line is of the top level.
    [GeneratedRegex(
        @"^(public|internal)\s+((static|sealed|abstract|readonly|partial|async|unsafe|ref)\s+)*(class|record\s+struct|record|struct|interface|enum)\s+(?<name>\w+)",
        RegexOptions.CultureInvariant | RegexOptions.Multiline)]
    private static partial Regex TopLevelType();
}
