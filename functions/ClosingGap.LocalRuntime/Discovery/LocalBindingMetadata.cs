using Microsoft.Azure.Functions.Worker;

namespace ClosingGap.LocalRuntime.Discovery;

/// <summary>A parameter's name and the kind of its binding.</summary>
internal sealed class LocalBindingMetadata(string name, string type) : BindingMetadata
{
    public override string Name => name;

    public override string Type => type;
}
