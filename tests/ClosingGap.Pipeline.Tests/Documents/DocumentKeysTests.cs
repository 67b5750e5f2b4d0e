using ClosingGap.Pipeline.Districts;
using ClosingGap.Pipeline.Documents;
using ClosingGap.Pipeline.Tests.Properties;
using FsCheck;
using FsCheck.Fluent;

namespace ClosingGap.Pipeline.Tests.Documents;

public sealed class DocumentKeysTests(ITestOutputHelper output)
{
    private const int MaxIdLength = 255;
    private static readonly DistrictId s_district = DistrictId.Parse("TX-" + new string('a', DistrictId.MaxLocalIdLength));

    private static readonly Gen<string> s_ids = Gen.OneOf(
        Texts("ab~7E/\\?#: ."),
        Texts("A1_-@~"),
        Texts("\u00e9\u4e2d~C3A9"),
        Texts("\u00e9\u4e2dab", 200));

    [Fact]
    public void Escape_OfDifferentIds_IsDifferent() => PropertyCheck.Holds(
        output,
        from one in s_ids
        from other in s_ids
        select (one, other),
        ids => Assert.Equal(
            string.Equals(ids.one, ids.other, StringComparison.Ordinal),
            string.Equals(DocumentKeys.Escape(ids.one), DocumentKeys.Escape(ids.other), StringComparison.Ordinal)),
        count: 2_000);

    [Fact]
    public void Escape_OfAnyId_HoldsNothingThatAStoreForbids() => PropertyCheck.Holds(
        output,
        s_ids,
        id => Assert.All(DocumentKeys.Escape(id), c => Assert.True(char.IsAsciiLetterOrDigit(c) || "._-@~".Contains(c, StringComparison.Ordinal))));

    [Theory]
    [InlineData("a")]
    [InlineData("\u4e2d")]
    public void Ids_OfTheLongestSchool_FitTheStore(string letter)
    {
        var school = string.Concat(Enumerable.Repeat(letter, 255));

        Assert.InRange(DocumentKeys.CaseloadPage(s_district, school, long.MaxValue, 999_999).Id.Length, 1, MaxIdLength);
        Assert.InRange(DocumentKeys.SchoolSummary(s_district, school, long.MaxValue).Id.Length, 1, MaxIdLength);
        Assert.InRange(DocumentKeys.SchoolPartition(s_district, school).Length, 1, MaxIdLength);
        Assert.NotEqual(DocumentKeys.Escape(school), DocumentKeys.Escape(school + letter));
        Assert.NotEqual(DocumentKeys.Escape(school + "1"), DocumentKeys.Escape(school + "2"));
    }

    [Fact]
    public void Number_HasTheOrderOfNumbers() => PropertyCheck.Holds(
        output,
        from one in Gen.Choose(0, int.MaxValue)
        from shift in Gen.Choose(0, 31)
        from other in Gen.Choose(0, int.MaxValue)
        select (One: (long)one << shift, Other: (long)other),
        pair => Assert.Equal(
            Math.Sign(pair.One.CompareTo(pair.Other)),
            Math.Sign(string.CompareOrdinal(DocumentKeys.Number(pair.One), DocumentKeys.Number(pair.Other)))));

    [Fact]
    public void DropByTime_OfANewerDrop_ComesFirst()
    {
        var at = new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

        Assert.True(string.CompareOrdinal(DocumentKeys.DropByTime("TX-1", at.AddTicks(1), "z").Id, DocumentKeys.DropByTime("TX-1", at, "a").Id) < 0);
    }

    private static Gen<string> Texts(string letters, int maxLength = 6) =>
        from length in Gen.Choose(1, maxLength)
        from text in Gen.Elements(letters.ToCharArray()).ArrayOf(length)
        select new string(text);
}
