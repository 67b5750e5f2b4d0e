namespace Microsoft.Azure.Functions.Worker;

/// <summary>The values a trigger gave, by name.</summary>
public abstract class BindingContext
{
    public abstract IReadOnlyDictionary<string, object?> BindingData { get; }
}
