using System.Security.Cryptography;
using System.Text;

namespace ClosingGap.Pipeline.Webhooks;

/// <summary>
/// The value of the header <c>ClosingGap-Signature</c>: <c>t=1764000000,v1=</c> and 64 hexadecimal digits, which are HMAC-SHA-256 over the
/// time, a full stop and the body. The time lets a receiver refuse a delivery that somebody recorded and sends again.
/// </summary>
public static class WebhookSignature
{
    /// <summary>Signs a body.</summary>
    public static string Of(ReadOnlySpan<byte> key, DateTimeOffset at, ReadOnlySpan<byte> body)
    {
        var time = FormattableString.Invariant($"{at.ToUnixTimeSeconds()}");
        using var hash = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, key);
        hash.AppendData(Encoding.ASCII.GetBytes(time + "."));
        hash.AppendData(body);
        return $"t={time},v1={Convert.ToHexStringLower(hash.GetHashAndReset())}";
    }
}
