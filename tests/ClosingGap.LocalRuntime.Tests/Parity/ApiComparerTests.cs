namespace ClosingGap.LocalRuntime.Tests.Parity;

/// <summary>The comparer finds what is wrong: each fake differs in one thing from the lines it is held against.</summary>
public sealed class ApiComparerTests
{
    private const string Document = """
        ```csharp
        // Some.Assembly 1.0
        [AttributeUsage(Parameter)]
        namespace Fakes: public sealed class MarkAttribute : Attribute
        {
          public MarkAttribute(string name);
          public string Name { get; }
          public string? Hint { get; set; }
        }
        ```
        ```csharp
        namespace Fakes: public abstract class Door<T> : IDisposable
        {
          protected Door();
          public abstract Task<T> OpenAsync(string? key = default, int tries = 1, CancellationToken cancellationToken = default);
          public virtual IReadOnlyDictionary<string, object?> Keys { get; }
          public TimeSpan? Wait { get; init; }
          public void Dispose();
          [Obsolete] public static bool Is<TDoor>(params string[] names) where TDoor : class, IDisposable;
        }
        ```
        ```csharp
        namespace Fakes: public enum Colour
        { Red = 0, Blue = 2 }
        ```
        ```csharp
        namespace Fakes: public delegate Task<bool> Judge(string text);
        ```
        """;

    private readonly ApiComparer comparer = new(AzureApiDocument.Convert(Document));

    [Theory]
    [InlineData("sealed class MarkAttribute : Attribute", "[AttributeUsage(AttributeTargets.Parameter)] public sealed class MarkAttribute(string name) : Attribute { public string Name => name; public string? Hint { get; set; } }", null)]
    [InlineData("leaves a member out", "[AttributeUsage(AttributeTargets.Parameter)] public sealed class MarkAttribute(string name) : Attribute { public string Name => name; }", null)]
    [InlineData("another target", "[AttributeUsage(AttributeTargets.Method)] public sealed class MarkAttribute(string name) : Attribute { public string Name => name; }", "may be used on")]
    [InlineData("no usage", "public sealed class MarkAttribute(string name) : Attribute { public string Name => name; }", "may be used on")]
    [InlineData("not sealed", "[AttributeUsage(AttributeTargets.Parameter)] public class MarkAttribute(string name) : Attribute { public string Name => name; }", "is 'public class MarkAttribute'")]
    [InlineData("setter", "[AttributeUsage(AttributeTargets.Parameter)] public sealed class MarkAttribute(string name) : Attribute { public string Name { get; set; } = name; }", "public string Name { get; set; }")]
    [InlineData("nullability", "[AttributeUsage(AttributeTargets.Parameter)] public sealed class MarkAttribute(string name) : Attribute { public string Hint { get; set; } = name; }", "public string Hint { get; set; }")]
    [InlineData("added member", "[AttributeUsage(AttributeTargets.Parameter)] public sealed class MarkAttribute(string name) : Attribute { public string Name => name; public int More => 1; }", "public int More { get; }")]
    [InlineData("parameter name", "[AttributeUsage(AttributeTargets.Parameter)] public sealed class MarkAttribute(string title) : Attribute { public string Name => title; }", "MarkAttribute(string title)")]
    [InlineData("base", "[AttributeUsage(AttributeTargets.Parameter)] public sealed class MarkAttribute(string name) : ObsoleteAttributeBase { public string Name => name; } public class ObsoleteAttributeBase : Attribute { }", "its base is")]
    [InlineData("unknown type", "public static class Stranger { }", "Azure has no such type")]
    [InlineData("enum", "public enum Colour { Red = 0, Blue = 2 }", null)]
    [InlineData("enum value", "public enum Colour { Red = 0, Blue = 1 }", "Blue = 1")]
    [InlineData("delegate", "public delegate System.Threading.Tasks.Task<bool> Judge(string text);", null)]
    [InlineData("delegate parameter", "public delegate System.Threading.Tasks.Task<bool> Judge(string? text);", "public delegate Task<bool> Judge(string? text)")]
    [InlineData("door", "public abstract class Door<T> : IDisposable { public abstract Task<T?> OpenAsync(string? key = null, int tries = 1, CancellationToken cancellationToken = default); public virtual IReadOnlyDictionary<string, object?> Keys => null!; public TimeSpan? Wait { get; init; } public void Dispose() { } public static bool Is<TDoor>(params string[] names) where TDoor : class, IDisposable => true; }", null)]
    [InlineData("default value", "public abstract class Door<T> { public abstract Task<T> OpenAsync(string? key = null, int tries = 2, CancellationToken cancellationToken = default); }", "tries = 2")]
    [InlineData("virtual", "public abstract class Door<T> { public virtual Task<T> OpenAsync(string? key = null, int tries = 1, CancellationToken cancellationToken = default) => null!; }", "public virtual Task<T> OpenAsync")]
    [InlineData("nested nullability", "public abstract class Door<T> { public virtual IReadOnlyDictionary<string, object> Keys => null!; }", "IReadOnlyDictionary<string, object> Keys")]
    [InlineData("init", "public abstract class Door<T> { public TimeSpan? Wait { get; set; } }", "TimeSpan? Wait { get; set; }")]
    [InlineData("constraint", "public abstract class Door<T> { public static bool Is<TDoor>(params string[] names) where TDoor : IDisposable => true; }", "where TDoor : IDisposable")]
    [InlineData("interface", "public abstract class Door<T> : IAsyncDisposable { ValueTask IAsyncDisposable.DisposeAsync() => default; }", "implements IAsyncDisposable")]
    [InlineData("internal member", "public abstract class Door<T> { internal int Hidden => 1; private protected int Deep => 1; }", null)]
    public void Differences_FakeType_FindsExactlyTheDifference(string what, string source, string? expected)
    {
        var types = FakeAssembly.Compile(source).GetExportedTypes().Where(type => type.Name != "ObsoleteAttributeBase");

        var differences = types.SelectMany(comparer.Differences).ToArray();

        Assert.True(expected is null ? differences.Length == 0 : differences.Length == 1 && differences[0].Contains(expected, StringComparison.Ordinal), $"{what}: {string.Join('\n', differences)}");
    }
}
