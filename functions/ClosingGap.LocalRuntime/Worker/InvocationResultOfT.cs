namespace Microsoft.Azure.Functions.Worker;

/// <summary>What the function returned, as <typeparamref name="T"/>; middleware may replace it.</summary>
public abstract class InvocationResult<T>
{
    public abstract T? Value { get; set; }
}
