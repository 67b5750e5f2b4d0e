namespace Microsoft.Azure.Functions.Worker;

/// <summary>A binding of a function: its parameter's name and its kind, e.g. <c>httpTrigger</c>.</summary>
public abstract class BindingMetadata
{
    public abstract string Name { get; }

    public abstract string Type { get; }
}
