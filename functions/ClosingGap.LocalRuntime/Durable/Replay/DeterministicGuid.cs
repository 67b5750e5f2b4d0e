using System.Security.Cryptography;
using System.Text;

namespace ClosingGap.LocalRuntime.Durable.Replay;

/// <summary>Name-based GUIDs (RFC 9562, version 5).</summary>
internal static class DeterministicGuid
{
    private static readonly byte[] Namespace = new Guid("c0f7c9b0-6a0f-5d4e-9b1a-3f2d8e7a6b51").ToByteArray(bigEndian: true);

    public static Guid From(string name)
    {
        Span<byte> hash = stackalloc byte[SHA1.HashSizeInBytes];
        SHA1.HashData([.. Namespace, .. Encoding.UTF8.GetBytes(name)], hash);
        hash[6] = (byte)((hash[6] & 0x0F) | 0x50);
        hash[8] = (byte)((hash[8] & 0x3F) | 0x80);
        return new Guid(hash[..16], bigEndian: true);
    }
}
