using System.Reflection;

namespace ClosingGap.LocalRuntime.Discovery;

/// <summary>Turns what a function's method returns, a task or not, into an awaited value.</summary>
internal static class ResultAwaiter
{
    public static Func<object?, Task<object?>> For(Type returnType)
    {
        if (returnType == typeof(Task))
        {
            return async task =>
            {
                await (Task)task!;
                return null;
            };
        }

        if (returnType == typeof(ValueTask))
        {
            return async task =>
            {
                await (ValueTask)task!;
                return null;
            };
        }

        if (returnType.IsGenericType && returnType.GetGenericTypeDefinition() == typeof(Task<>))
        {
            return Close(nameof(AwaitTask), returnType);
        }

        return returnType.IsGenericType && returnType.GetGenericTypeDefinition() == typeof(ValueTask<>)
            ? Close(nameof(AwaitValueTask), returnType)
            : Task.FromResult;
    }

    private static Func<object?, Task<object?>> Close(string method, Type returnType) =>
        typeof(ResultAwaiter).GetMethod(method, BindingFlags.Static | BindingFlags.NonPublic)!
            .MakeGenericMethod(returnType.GetGenericArguments()[0])
            .CreateDelegate<Func<object?, Task<object?>>>();

    private static async Task<object?> AwaitTask<T>(object? task) => await (Task<T>)task!;

    private static async Task<object?> AwaitValueTask<T>(object? task) => await (ValueTask<T>)task!;
}
