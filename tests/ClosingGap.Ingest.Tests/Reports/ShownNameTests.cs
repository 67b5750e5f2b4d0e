using ClosingGap.Ingest.Diagnostics;

namespace ClosingGap.Ingest.Tests.Reports;

public sealed class ShownNameTests
{
    [Theory]
    [InlineData("users.csv", "users.csv")]
    [InlineData("export 2026/users.csv", "export 2026/users.csv")]
    [InlineData("<b>Ada</b>.csv", "_b_Ada_/b_.csv")]
    [InlineData("a\tb\u001b[31m.csv", "a_b__31m.csv")]
    [InlineData("Müller.csv", "M_ller.csv")]
    [InlineData("=1+1", "_1_1")]
    [InlineData("", "")]
    public void Name_OfASender_IsOfAFewCharacters(string name, string shown) => Assert.Equal(shown, ShownName.Of(name));

    [Fact]
    public void Name_ThatIsLong_KeepsItsBeginningAndItsEnd()
    {
        var shown = ShownName.Of(new string('a', 70) + "Ada Lovelace" + new string('b', 70) + ".csv");

        Assert.Equal(ShownName.MaxLength, shown.Length);
        Assert.StartsWith(new string('a', 20) + "~b", shown, StringComparison.Ordinal);
        Assert.EndsWith("b.csv", shown, StringComparison.Ordinal);
        Assert.DoesNotContain("Ada", shown, StringComparison.Ordinal);
    }
}
