using ClosingGap.Ingest.Validation;

namespace ClosingGap.Ingest.Tests.OneRoster;

/// <summary>One verdict of the other implementation: what it was asked, and what it said.</summary>
/// <param name="File">The package, relative to the folder of packages.</param>
/// <param name="Operation">The operation, as the other implementation names it.</param>
/// <param name="AllRows">True when rows of deltas were held to the package too.</param>
/// <param name="IsOk">Its verdict.</param>
/// <param name="Codes">Its codes, each once, in ordinal order.</param>
/// <param name="IsComplete">False when the codes are only those that must be among the findings.</param>
internal sealed record AgreementCase(string File, string Operation, bool AllRows, bool IsOk, IReadOnlyList<string> Codes, bool IsComplete)
{
    /// <summary>The same question to our validator.</summary>
    public ValidationRequest Request => new()
    {
        Conformance = Conformance.Strict,
        Set = Operation switch
        {
            "rostering" or "parseRostering" or "validateRostering" => OneRosterSet.Rostering,
            "gradebook" or "parseGradebook" or "validateGradebook" => OneRosterSet.Gradebook,
            "resources" or "parseResources" or "validateResources" => OneRosterSet.Resources,
            "full" or "parseFull" or "validateFull" or "package" or "parsePackage" or "parseZip" => OneRosterSet.Full,
            _ => throw new InvalidOperationException($"The operation {Operation} is not known."),
        },
        Depth = Operation is "package" or "parsePackage" or "parseZip" ? ValidationDepth.Package
            : Operation.StartsWith("parse", StringComparison.Ordinal) ? ValidationDepth.Rows
            : ValidationDepth.All,
        References = AllRows ? ReferenceScope.Package : ReferenceScope.Held,
    };
}
