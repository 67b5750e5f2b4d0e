using System.Security.Cryptography;
using System.Text;
using ClosingGap.Pipeline.Districts;

namespace ClosingGap.Pipeline.Tests.Districts;

public sealed class StudentKeysTests
{
    private static readonly byte[] s_secret = [.. Enumerable.Range(1, 32).Select(i => (byte)i)];
    private static readonly DistrictId s_district = DistrictId.Parse("TX-255901");

    [Fact]
    public void For_EqualsAnotherReckoning()
    {
        var keys = new StudentKeys(s_secret);

        foreach (var id in new[] { "S0000001", "1", "\u00e9\u00e8", "a\nb", new string('x', 255) })
        {
            Assert.Equal(BitByBit(s_district.ToString(), id), keys.For(s_district, id));
        }
    }

    [Fact]
    public void For_AnotherDistrictSecretOrId_IsAnotherKey()
    {
        var key = new StudentKeys(s_secret).For(s_district, "S1");

        Assert.NotEqual(key, new StudentKeys(s_secret).For(DistrictId.Parse("TX-255902"), "S1"));
        Assert.NotEqual(key, new StudentKeys(s_secret).For(s_district, "s1"));
        Assert.NotEqual(key, new StudentKeys(new byte[32]).For(s_district, "S1"));
    }

    [Fact]
    public void For_ManyStudents_UsesEveryLetterAtEveryPlaceEvenly()
    {
        const int Students = 20_000;
        var keys = new StudentKeys(s_secret);
        var counts = new int[26, 32];
        var seen = new HashSet<string>(StringComparer.Ordinal);
        for (var student = 0; student < Students; student++)
        {
            var key = keys.For(s_district, $"S{student:D7}");
            Assert.True(seen.Add(key));
            for (var place = 0; place < 26; place++)
            {
                counts[place, "abcdefghijklmnopqrstuvwxyz234567".IndexOf(key[place], StringComparison.Ordinal)]++;
            }
        }

        // Chi-squared with 31 degrees of freedom passes 80 once in 300,000 times; the ids are fixed, so that this never changes.
        var expected = Students / 32.0;
        for (var place = 0; place < 26; place++)
        {
            var chi = Enumerable.Range(0, 32).Sum(letter => Math.Pow(counts[place, letter] - expected, 2) / expected);
            Assert.InRange(chi, 0, 80);
        }
    }

    [Fact]
    public void Secret_UnderSixteenBytes_IsRefused()
    {
        Assert.Throws<ArgumentException>(() => new StudentKeys(new byte[15]));
        Assert.NotNull(new StudentKeys(new byte[16]));
    }

    [Theory]
    [InlineData("abcdefghijklmnopqrstuvwxyz", true)]
    [InlineData("abcdefghijklmnopqrstuvwxy7", true)]
    [InlineData("abcdefghijklmnopqrstuvwxy1", false)]
    [InlineData("Abcdefghijklmnopqrstuvwxyz", false)]
    [InlineData("abcdefghijklmnopqrstuvwxy", false)]
    [InlineData("abcdefghijklmnopqrstuvwxyza", false)]
    [InlineData(null, false)]
    public void IsWellFormed_IsTheAlphabetAndTheLength(string? key, bool expected) => Assert.Equal(expected, StudentKeys.IsWellFormed(key));

    private static string BitByBit(string district, string id)
    {
        using var hmac = new HMACSHA256(s_secret);
        var bits = string.Concat(hmac.ComputeHash(Encoding.UTF8.GetBytes(district + "\n" + id)).Select(b => Convert.ToString(b, 2).PadLeft(8, '0')));
        return string.Concat(Enumerable.Range(0, 26).Select(i => "abcdefghijklmnopqrstuvwxyz234567"[Convert.ToInt32(bits.Substring(i * 5, 5), 2)]));
    }
}
