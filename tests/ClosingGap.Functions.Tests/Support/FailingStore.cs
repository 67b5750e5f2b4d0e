using System.Reflection;

namespace ClosingGap.Functions.Tests.Support;

/// <summary>A document store that fails every call in the same way.</summary>
public class FailingStore : DispatchProxy
{
    /// <summary>What each call throws.</summary>
    public Exception? Fault { get; set; }

    protected override object? Invoke(MethodInfo? targetMethod, object?[]? args) => throw Fault!;
}
