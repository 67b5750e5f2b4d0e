using ClosingGap.Domain.Explanations.Templates;
using ClosingGap.Domain.Settings;

namespace ClosingGap.Domain.Tests.Sentences;

public sealed class SentenceTemplateTests
{
    private const string English = "Absent {absent} of {member|school day|school days} ({share%}) up to {upTo}.";
    private const string Spanish = "Faltó {absent} de {member|día de clases|días de clases} ({share%}) hasta el {upTo}.";

    private static readonly Dictionary<string, SentenceValue> s_values = new(StringComparer.Ordinal)
    {
        ["absent"] = SentenceValue.Of(6.5m),
        ["member"] = SentenceValue.Of(58m),
        ["share"] = SentenceValue.Of(11.2m),
        ["upTo"] = SentenceValue.Of(new DateOnly(2011, 5, 27)),
    };

    [Fact]
    public void Write_SameValues_InEachLanguage()
    {
        Assert.Equal("Absent 6.5 of 58 school days (11.2 %) up to 27 May 2011.", SentenceTemplate.Parse(English).Write(Language.English, s_values));
        Assert.Equal("Faltó 6.5 de 58 días de clases (11.2 %) hasta el 27 de mayo de 2011.", SentenceTemplate.Parse(Spanish).Write(Language.Spanish, s_values));
    }

    [Theory]
    [InlineData(0, "0 days")]
    [InlineData(0.5, "0.5 days")]
    [InlineData(1, "1 day")]
    [InlineData(2, "2 days")]
    public void Write_Counts_TakeTheirNoun(double count, string expected) => Assert.Equal(
        expected, SentenceTemplate.Parse("{days|day|days}").Write(Language.English, Values("days", SentenceValue.Of((decimal)count))));

    [Fact]
    public void Write_EveryMonth_HasItsNameInEveryLanguage()
    {
        foreach (var language in Language.All)
        {
            Assert.Equal(12, Enumerable.Range(1, 12).Select(month => language.Date(new DateOnly(2026, month, 1))).Distinct(StringComparer.Ordinal).Count());
        }

        Assert.Equal("1 de septiembre de 2026", Language.Spanish.Date(new DateOnly(2026, 9, 1)));
    }

    [Fact]
    public void Write_DoubledBraces_AreBraces() => Assert.Equal("{9} in grade 09", SentenceTemplate.Parse("{{9}} in grade {grade}").Write(Language.English, Values("grade", SentenceValue.Of("09"))));

    [Theory]
    [InlineData("{", 1)]
    [InlineData("}", 1)]
    [InlineData("a {}", 3)]
    [InlineData("ab {Name}", 4)]
    [InlineData("{two words}", 1)]
    [InlineData("{days|day}", 1)]
    [InlineData("{days|day|}", 1)]
    [InlineData("{days%|day|days}", 1)]
    [InlineData("{a} and {b", 9)]
    public void Parse_Malformed_SaysWhere(string text, int character) =>
        Assert.Contains($"at character {character} ", Assert.Throws<FormatException>(() => SentenceTemplate.Parse(text)).Message, StringComparison.Ordinal);

    [Fact]
    public void Write_ValueThatIsMissingOrOfAnotherKind_Throws()
    {
        Assert.Throws<KeyNotFoundException>(() => SentenceTemplate.Parse("{days}").Write(Language.English, Values("other", SentenceValue.Of(1m))));
        Assert.Throws<ArgumentException>(() => SentenceTemplate.Parse("{days|day|days}").Write(Language.English, Values("days", SentenceValue.Of("09"))));
    }

    [Theory]
    [InlineData("")]
    [InlineData("a b")]
    [InlineData("Ada Abara")]
    [InlineData("12345678901")]
    [InlineData("é")]
    public void Of_TextThatIsNoCode_IsRefused(string text) => Assert.Throws<ArgumentException>(() => SentenceValue.Of(text));

    [Fact]
    public void Against_BooksThatDiffer_NamesEachSentence()
    {
        var english = Book(Language.English, ("a", "{x} and {y}"), ("b", "one"), ("c", "{x} {x}"));
        var spanish = Book(Language.Spanish, ("a", "{y} y {x}"), ("c", "{z}"), ("d", "dos"));
        Assert.Equal(
            [("sentence.missing", "b"), ("sentence.other_values", "c"), ("sentence.missing", "d")],
            spanish.Against(english).Select(error => (error.Code, error.Path)));
        Assert.Empty(english.Against(english));
    }

    [Fact]
    public void Read_MalformedSentences_NamesThemAndGivesNoBook()
    {
        var errors = new List<SettingError>();
        Assert.Null(PhraseBook.Read(Language.English, new Dictionary<string, string> { ["good"] = "x", ["bad"] = "{", ["worse"] = "}" }, errors));
        Assert.Equal(["bad", "worse"], errors.Select(error => error.Path).Order(StringComparer.Ordinal));
        Assert.All(errors, error => Assert.Equal("sentence.malformed", error.Code));
    }

    private static PhraseBook Book(Language language, params (string Key, string Text)[] texts) =>
        PhraseBook.Read(language, texts.ToDictionary(text => text.Key, text => text.Text, StringComparer.Ordinal), [])!;

    private static Dictionary<string, SentenceValue> Values(string name, SentenceValue value) => new(StringComparer.Ordinal) { [name] = value };
}
