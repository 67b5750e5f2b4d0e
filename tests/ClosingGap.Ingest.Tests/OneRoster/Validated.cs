using ClosingGap.Ingest.Validation;

namespace ClosingGap.Ingest.Tests.OneRoster;

/// <summary>A validation with everything that came of it.</summary>
internal sealed record Validated(ValidationResult Result, Findings Findings, RecordingSink Sink)
{
    public FileResult File(string name) => Result.Files.Single(file => file.File == name);
}
