using ClosingGap.LocalRuntime.Discovery;
using ClosingGap.LocalRuntime.Hosting;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Extensions.Abstractions;

namespace ClosingGap.LocalRuntime.Blobs;

/// <summary>Blob functions: <c>[BlobTrigger("drops/{name}", Connection = "DropStorage")] BlobClient, string name</c>.</summary>
internal sealed class BlobTriggerKind : TriggerKind
{
    public override bool Handles(TriggerBindingAttribute attribute) => attribute is BlobTriggerAttribute;

    public override LocalFunction Create(FunctionCandidate candidate)
    {
        var trigger = (BlobTriggerAttribute)candidate.Trigger;
        BlobPathPattern pattern;
        try
        {
            pattern = BlobPathPattern.Parse(SettingReferences.Resolve(trigger.BlobPath, candidate.Name, candidate.Configuration));
        }
        catch (FormatException problem)
        {
            throw candidate.Problem("LR140", $"its blob path '{trigger.BlobPath}' cannot be used: {problem.Message}. Write it as in 'container/{{name}}'.");
        }

        var connection = StorageConnection.Resolve(trigger.Connection, candidate);
        var method = candidate.Bind(
            "blobTrigger",
            BlobParameterSources.Supported,
            parameter => candidate.IsTrigger(parameter)
                ? BlobParameterSources.ForBlob(parameter.ParameterType)
                : BlobParameterSources.ForName(parameter, pattern));
        return new BlobFunction(method, pattern, connection);
    }
}
