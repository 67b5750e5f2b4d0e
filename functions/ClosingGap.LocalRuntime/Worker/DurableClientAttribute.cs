using Microsoft.Azure.Functions.Worker.Extensions.Abstractions;

namespace Microsoft.Azure.Functions.Worker;

/// <summary>Hands a function the client of the durable engine.</summary>
public sealed class DurableClientAttribute : InputBindingAttribute
{
}
