using System.Text.Json;
using Microsoft.DurableTask;

namespace ClosingGap.LocalRuntime.Durable.Store;

/// <summary>Failure details as they are stored.</summary>
internal sealed record StoredFailure(string Type, string Message, string? Stack, StoredFailure? Inner)
{
    public static string? Write(TaskFailureDetails? details) =>
        details is null ? null : JsonSerializer.Serialize(From(details), StoreJsonContext.Default.StoredFailure);

    public static TaskFailureDetails? Read(string? json) =>
        json is null ? null : JsonSerializer.Deserialize(json, StoreJsonContext.Default.StoredFailure)?.ToDetails();

    private static StoredFailure From(TaskFailureDetails details) => new(
        details.ErrorType, details.ErrorMessage, details.StackTrace, details.InnerFailure is null ? null : From(details.InnerFailure));

    private TaskFailureDetails ToDetails() => new(Type, Message, Stack, Inner?.ToDetails(), null);
}
