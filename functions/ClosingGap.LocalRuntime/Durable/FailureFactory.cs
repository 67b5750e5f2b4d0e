using Microsoft.DurableTask;

namespace ClosingGap.LocalRuntime.Durable;

/// <summary>Makes failure details of exceptions; texts are cut so that a failure stays far below the payload limit.</summary>
internal static class FailureFactory
{
    private const int MaxMessageCharacters = 4_000;
    private const int MaxStackCharacters = 4_000;
    private const int MaxDepth = 5;

    public static TaskFailureDetails From(Exception exception) => From(exception, 0);

    public static TaskFailureDetails Coded(string code, string message) => new(code, message, null, null, null);

    private static TaskFailureDetails From(Exception exception, int depth)
    {
        var cause = exception switch
        {
            _ when depth >= MaxDepth => null,
            TaskFailedException failed => failed.FailureDetails,
            { InnerException: { } inner } => From(inner, depth + 1),
            _ => null,
        };
        return new TaskFailureDetails(
            exception.GetType().FullName ?? exception.GetType().Name,
            Cut(exception.Message, MaxMessageCharacters) ?? string.Empty,
            Cut(exception.StackTrace, MaxStackCharacters),
            cause,
            null);
    }

    private static string? Cut(string? text, int length) => text?.Length > length ? text[..length] : text;
}
