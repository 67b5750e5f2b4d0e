namespace Microsoft.Azure.Functions.Worker.Extensions.Abstractions;

/// <summary>A binding that hands a function something besides its trigger.</summary>
[AttributeUsage(AttributeTargets.Parameter)]
public abstract class InputBindingAttribute : BindingAttribute
{
    public InputBindingAttribute()
    {
    }
}
