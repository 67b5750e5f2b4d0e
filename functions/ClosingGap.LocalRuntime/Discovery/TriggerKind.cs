using Microsoft.Azure.Functions.Worker.Extensions.Abstractions;

namespace ClosingGap.LocalRuntime.Discovery;

/// <summary>One kind of trigger: knows its attribute, and makes a function of a candidate that has it.</summary>
internal abstract class TriggerKind
{
    public abstract bool Handles(TriggerBindingAttribute attribute);

    /// <exception cref="LocalRuntimeException">The candidate cannot run as it is declared.</exception>
    public abstract LocalFunction Create(FunctionCandidate candidate);
}
