using Microsoft.AspNetCore.Http;

namespace ClosingGap.LocalRuntime.Http;

/// <summary>The request that started a function.</summary>
internal sealed record HttpInvocation(HttpContext HttpContext)
{
    /// <summary>The item of a function's context under which the worker keeps the request.</summary>
    public const string ItemKey = "HttpRequestContext";
}
