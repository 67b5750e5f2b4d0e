using ClosingGap.LocalRuntime.Hosting;
using Microsoft.Extensions.Logging;

namespace ClosingGap.LocalRuntime.Invocation;

/// <summary>
/// Writes failures of functions. An exception's message may hold a row's content, so it is left out unless
/// <see cref="LocalRuntimeOptions.LogExceptionMessages"/> asks for it; types and stack frames hold none.
/// </summary>
internal sealed partial class InvocationLog(ILogger<InvocationLog> logger, LocalRuntimeOptions options)
{
    public void Failed(string function, string invocationId, Exception failure)
    {
        if (options.LogExceptionMessages)
        {
            FailedWithMessages(function, invocationId, failure);
        }
        else
        {
            FailedWithout(function, invocationId, Describe(failure));
        }
    }

    /// <summary>The chain of types with the stack of each, without messages.</summary>
    public static string Describe(Exception failure)
    {
        var parts = new List<string>();
        for (var current = failure; current is not null; current = current.InnerException)
        {
            parts.Add($"{current.GetType().FullName}{Environment.NewLine}{current.StackTrace}");
        }

        return string.Join($"{Environment.NewLine}caused by ", parts);
    }

    [LoggerMessage(1, LogLevel.Error, "Function {Function} failed, invocation {InvocationId}: {Failure}")]
    private partial void FailedWithout(string function, string invocationId, string failure);

    [LoggerMessage(2, LogLevel.Error, "Function {Function} failed, invocation {InvocationId}")]
    private partial void FailedWithMessages(string function, string invocationId, Exception failure);
}
