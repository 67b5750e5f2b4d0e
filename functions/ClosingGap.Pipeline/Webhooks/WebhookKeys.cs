using System.Security.Cryptography;
using System.Text;
using ClosingGap.Pipeline.Districts;

namespace ClosingGap.Pipeline.Webhooks;

/// <summary>
/// The keys by which receipts are signed: one for each district, drawn from the secret of the installation by HKDF (RFC 5869) with SHA-256.
/// Whoever knows one learns nothing of another.
/// </summary>
public sealed class WebhookKeys
{
    /// <summary>The setting that holds the secret: 16 to 256 bytes in base 64.</summary>
    public const string Setting = "ClosingGap:WebhookSecret";

    private const int KeyBytes = 32;
    private const string Purpose = "closinggap webhook 1\n";
    private readonly byte[] _secret;

    /// <param name="secret">The secret, or nothing where no webhooks are used.</param>
    public WebhookKeys(ReadOnlySpan<byte> secret) => _secret = secret.ToArray();

    /// <summary>False where the secret is not set: nothing can then be signed.</summary>
    public bool IsAvailable => _secret.Length > 0;

    /// <summary>The key of a district: 32 bytes.</summary>
    /// <exception cref="InvalidOperationException">The secret is not set.</exception>
    public byte[] For(DistrictId district) => IsAvailable
        ? HKDF.DeriveKey(HashAlgorithmName.SHA256, _secret, KeyBytes, info: Encoding.UTF8.GetBytes(Purpose + district))
        : throw new InvalidOperationException($"webhook.secret_missing: {Setting} is not set.");
}
