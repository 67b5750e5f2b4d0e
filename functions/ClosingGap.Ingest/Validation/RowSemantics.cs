using System.Globalization;
using ClosingGap.Ingest.Contracts;
using ClosingGap.Ingest.Diagnostics;

namespace ClosingGap.Ingest.Validation;

/// <summary>Rules between the cells of one row.</summary>
internal static class RowSemantics
{
    private const string CasePrefix = "urn:uuid:";

    /// <summary>True when the row may be used.</summary>
    public static bool Check(FileContract contract, string?[] values, long row, FileTally tally, FindingReporter reporter) => contract.Name switch
    {
        "classes" or "courses" => SameLength(contract, values, row, tally, reporter),
        "lineItems" => ScoreRange(contract, values, ("resultValueMin", "resultValueMax"), row, tally, reporter),
        "lineItemLearningObjectiveIds" or "resultLearningObjectiveIds" => CaseIdentifier(contract, values, row, tally, reporter),
        _ => !contract.IsExtension || ExtensionRules.Check(contract, values, row, tally, reporter),
    };

    private static bool SameLength(FileContract contract, string?[] values, long row, FileTally tally, FindingReporter reporter)
    {
        var subjects = values[contract.IndexOf("subjects")];
        var codes = values[contract.IndexOf("subjectCodes")];
        return subjects is null || codes is null || subjects.AsSpan().Count(',') == codes.AsSpan().Count(',')
            || reporter.File(DiagnosticCodes.RowInvalidList, tally, row, "subjectCodes") == Severity.Warning;
    }

    /// <summary>True when the lowest score is not above the highest.</summary>
    internal static bool ScoreRange(
        FileContract contract, string?[] values, (string Low, string High) columns, long row, FileTally tally, FindingReporter reporter)
    {
        var low = Number(values[contract.IndexOf(columns.Low)]);
        var high = Number(values[contract.IndexOf(columns.High)]);
        return low is null || high is null || low <= high
            || reporter.File(DiagnosticCodes.SemanticInvalidScoreRange, tally, row, columns.Low) == Severity.Warning;
    }

    private static bool CaseIdentifier(FileContract contract, string?[] values, long row, FileTally tally, FindingReporter reporter)
    {
        var identifier = values[contract.IndexOf("learningObjectiveId")];
        return values[contract.IndexOf("source")] != "case"
            || (identifier is not null
                && identifier.StartsWith(CasePrefix, StringComparison.Ordinal)
                && Guid.TryParseExact(identifier.AsSpan(CasePrefix.Length), "D", out _))
            || reporter.File(DiagnosticCodes.SemanticInvalidCaseLearningObjectiveId, tally, row, "learningObjectiveId") == Severity.Warning;
    }

    private static decimal? Number(string? text) =>
        text is null ? null : decimal.Parse(text, NumberStyles.Number, CultureInfo.InvariantCulture);
}
