using System.Security.Cryptography;
using System.Text.Json;

namespace ClosingGap.Local.Running;

/// <summary>The secret from which students' keys are made, drawn once for a data folder and readable by its owner only.</summary>
/// <param name="StudentKeySecret">32 random bytes in base 64.</param>
internal sealed record LocalSecrets(string StudentKeySecret)
{
    private const int SecretBytes = 32;

    /// <summary>The secret from which the keys of webhooks are made, drawn from the other: 32 bytes in base 64.</summary>
    public string MakeWebhookSecret() =>
        Convert.ToBase64String(HKDF.DeriveKey(HashAlgorithmName.SHA256, Convert.FromBase64String(StudentKeySecret), SecretBytes, info: "webhooks"u8.ToArray()));

    /// <exception cref="LocalFaultException">The file is there and cannot be read.</exception>
    public static LocalSecrets LoadOrCreate(string path)
    {
        if (!File.Exists(path))
        {
            var made = new LocalSecrets(Convert.ToBase64String(RandomNumberGenerator.GetBytes(SecretBytes)));
            Write(path, made);
            return made;
        }

        try
        {
            return JsonSerializer.Deserialize(File.ReadAllBytes(path), LocalJson.Default.LocalSecrets) is { StudentKeySecret.Length: > 0 } secrets
                ? secrets
                : throw new JsonException();
        }
        catch (Exception exception) when (exception is JsonException or IOException or UnauthorizedAccessException)
        {
            throw new LocalFaultException($"secrets_unreadable: {path} cannot be read. Restore it; without it the keys of the students in this folder are lost, and the folder has to be removed.");
        }
    }

    private static void Write(string path, LocalSecrets secrets)
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write, Share = FileShare.None };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        using var file = new FileStream(path, options);
        JsonSerializer.Serialize(file, secrets, LocalJson.Default.LocalSecrets);
    }
}
