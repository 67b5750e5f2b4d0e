using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using ClosingGap.Pipeline.Districts;

namespace ClosingGap.Pipeline.Contributing;

/// <summary>
/// The key of a student within a state: HMAC-SHA-256 under a secret of the state, which itself is HMAC-SHA-256 of the service's secret and
/// the state. A student of two districts has one key in both; a key of one state says nothing in another.
/// </summary>
public sealed class StateStudentKeys
{
    private const int KeyBytes = 16;
    private readonly byte[] _secret;
    private readonly ConcurrentDictionary<string, byte[]> _states = new(StringComparer.Ordinal);

    /// <param name="secret">At least 16 bytes; the same for all districts and for the life of the data.</param>
    public StateStudentKeys(ReadOnlySpan<byte> secret)
    {
        if (secret.Length < KeyBytes)
        {
            throw new ArgumentException("The secret of student keys needs at least 16 bytes.", nameof(secret));
        }

        _secret = secret.ToArray();
    }

    /// <summary>The key of a state's id of a student. The space around the id does not count.</summary>
    public string OfStateId(string state, string stateId)
    {
        ArgumentNullException.ThrowIfNull(stateId);
        return Hash(state, $"id\n{stateId.Trim()}");
    }

    /// <summary>The key of a student of whom no state id is known: no other district can have it.</summary>
    public string OfStudent(DistrictId district, string sourcedId) => Hash(district.State, $"student\n{district}\n{sourcedId}");

    private string Hash(string state, string text)
    {
        var secret = _states.GetOrAdd(state, name => HMACSHA256.HashData(_secret, Encoding.UTF8.GetBytes($"closinggap state {name}")));
        Span<byte> hash = stackalloc byte[HMACSHA256.HashSizeInBytes];
        HMACSHA256.HashData(secret, Encoding.UTF8.GetBytes(text), hash);
        return Convert.ToHexStringLower(hash[..KeyBytes]);
    }
}
