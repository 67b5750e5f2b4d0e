using ClosingGap.LocalRuntime.Invocation;
using Microsoft.Azure.Functions.Worker;

namespace ClosingGap.LocalRuntime.Discovery;

/// <summary>Gives the value of one parameter of a function for one invocation.</summary>
internal delegate ValueTask<object?> ParameterSource(FunctionContext context, InvocationState state);
