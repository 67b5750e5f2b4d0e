using System.Security.Cryptography;
using System.Text;

namespace ClosingGap.Pipeline.Districts;

/// <summary>
/// The key of a student in URLs and documents: HMAC-SHA-256 of (district, sourcedId), its first 130 bits in 26 lower-case
/// base-32 characters. Without the secret it says nothing of the student; hosts may log it.
/// </summary>
public sealed class StudentKeys
{
    private const string Alphabet = "abcdefghijklmnopqrstuvwxyz234567";
    private const int KeyLength = 26;
    private readonly byte[] _secret;

    /// <param name="secret">At least 16 bytes; the same for the life of the data.</param>
    public StudentKeys(ReadOnlySpan<byte> secret)
    {
        if (secret.Length < 16)
        {
            throw new ArgumentException("The secret of student keys needs at least 16 bytes.", nameof(secret));
        }

        _secret = secret.ToArray();
    }

    /// <summary>True for 26 characters of the alphabet.</summary>
    public static bool IsWellFormed(string? key) => key is { Length: KeyLength } && key.All(c => Alphabet.Contains(c, StringComparison.Ordinal));

    /// <summary>The key of a student.</summary>
    public string For(DistrictId district, string sourcedId)
    {
        var text = Encoding.UTF8.GetBytes($"{district}\n{sourcedId}");
        Span<byte> hash = stackalloc byte[HMACSHA256.HashSizeInBytes];
        HMACSHA256.HashData(_secret, text, hash);
        Span<char> key = stackalloc char[KeyLength];
        for (var i = 0; i < KeyLength; i++)
        {
            key[i] = Alphabet[FiveBits(hash, i * 5)];
        }

        return new string(key);
    }

    private static int FiveBits(ReadOnlySpan<byte> bytes, int bit)
    {
        var window = (bytes[bit / 8] << 8) | bytes[(bit / 8) + 1];
        return (window >> (11 - (bit % 8))) & 31;
    }
}
