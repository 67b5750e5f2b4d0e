using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace ClosingGap.LocalRuntime.Http;

/// <summary>Holds requests to functions above Anonymous against the configured key; without one all are open.</summary>
internal static class FunctionKeyGate
{
    public static bool Allows(string? key, AuthorizationLevel level, HttpRequest request)
    {
        if (string.IsNullOrEmpty(key) || level == AuthorizationLevel.Anonymous)
        {
            return true;
        }

        string? given = request.Headers.TryGetValue("x-functions-key", out var header) ? header : request.Query["code"];
        return given is not null && CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(given), Encoding.UTF8.GetBytes(key));
    }
}
