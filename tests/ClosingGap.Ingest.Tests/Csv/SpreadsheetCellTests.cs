using System.Globalization;
using ClosingGap.Ingest.Csv;
using FsCheck;
using FsCheck.Fluent;

namespace ClosingGap.Ingest.Tests.Csv;

public sealed class SpreadsheetCellTests
{
    [Theory]
    [InlineData("=1+1", "'=1+1")]
    [InlineData("+cmd|' /C calc'!A0", "'+cmd|' /C calc'!A0")]
    [InlineData("-2+3", "'-2+3")]
    [InlineData("@SUM(A1)", "'@SUM(A1)")]
    [InlineData("\t=1", "'\t=1")]
    [InlineData("\r=1", "'\r=1")]
    [InlineData("  =1", "'  =1")]
    [InlineData("\uFEFF=1", "'\uFEFF=1")]
    [InlineData("＝1", "'＝1")]
    [InlineData("-", "'-")]
    [InlineData("-1.2.3", "'-1.2.3")]
    [InlineData("-1.5", "-1.5")]
    [InlineData("+7", "+7")]
    [InlineData("a=b", "a=b")]
    [InlineData("", "")]
    public void Neutralize_Text_IsNoFormula(string text, string expected) => Assert.Equal(expected, SpreadsheetCell.Neutralize(text));

    [Theory]
    [InlineData(null, "")]
    [InlineData("plain", "plain")]
    [InlineData("a,b", "\"a,b\"")]
    [InlineData("=HYPERLINK(\"x\")", "\"'=HYPERLINK(\"\"x\"\")\"")]
    [InlineData("two\nlines", "\"two\nlines\"")]
    [InlineData("a\"b", "\"a\"\"b\"")]
    [InlineData("\rx", "\"'\rx\"")]
    [InlineData(" blank", "\" blank\"")]
    public void Field_Text_IsOneFieldOfCsv(string? text, string expected) => Assert.Equal(expected, SpreadsheetCell.Field(text));

    [Fact]
    public void Field_AnyText_ComesBackAndBeginsWithNoFormula() => Prop.ForAll(
        ArbMap.Default.ArbFor<string>(),
        text =>
        {
            var field = SpreadsheetCell.Field(text);
            var read = field.StartsWith('"') ? field[1..^1].Replace("\"\"", "\"", StringComparison.Ordinal) : field;
            var isNumber = double.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out _);
            return (read.Length == 0 || isNumber || !"=+-@\t\r\n".Contains(read[0], StringComparison.Ordinal))
                && (read == (text ?? "") || read == "'" + text)
                && (field.StartsWith('"') || field.AsSpan().IndexOfAny(",\"\r\n") < 0);
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(500));
}
