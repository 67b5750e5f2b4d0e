using ClosingGap.Ingest.Contracts;
using ClosingGap.Ingest.Diagnostics;
using ClosingGap.Ingest.Validation.Semantics;

namespace ClosingGap.Ingest.Validation;

/// <summary>Rules between the cells of one row of an extension file.</summary>
internal static class ExtensionRules
{
    private static readonly string[] s_gradeColumns = ["letterGrade", "numericGrade"];

    /// <summary>The columns of a period's grade of which one is filled.</summary>
    public static ReadOnlySpan<string> GradeColumns => s_gradeColumns;

    /// <summary>True when the row may be used.</summary>
    public static bool Check(FileContract contract, string?[] values, long row, FileTally tally, FindingReporter reporter)
    {
        var isSound = DaysInOrder(contract, values, row, tally, reporter);
        return isSound & contract.Name switch
        {
            "assessments" => HasSoundRange(contract, values, row, tally, reporter),
            "assessmentResults" => HasAny(contract, values, ["scoreResult", "performanceLevel", "performanceLevelMet", "reasonNotTested"], row, tally, reporter),
            "gradingPeriodGrades" => HasAny(contract, values, GradeColumns, row, tally, reporter),
            _ => true,
        };
    }

    private static bool DaysInOrder(FileContract contract, string?[] values, long row, FileTally tally, FindingReporter reporter)
    {
        var isSound = true;
        for (var index = 0; index < contract.Columns.Count; index++)
        {
            // Canonical days and times sort as text.
            if (contract.Columns[index].NotBefore is { } other
                && values[index] is { } end
                && values[contract.IndexOf(other)] is { } begin
                && string.CompareOrdinal(end, begin) < 0)
            {
                isSound &= reporter.File(DiagnosticCodes.SemanticEndBeforeBegin, tally, row, contract.Columns[index].Name, other) == Severity.Warning;
            }
        }

        return isSound;
    }

    private static bool HasSoundRange(FileContract contract, string?[] values, long row, FileTally tally, FindingReporter reporter) =>
        CellNumber.Of(values[contract.IndexOf("scoreMin")]) is not { } low || CellNumber.Of(values[contract.IndexOf("scoreMax")]) is not { } high || low <= high
        || reporter.File(DiagnosticCodes.SemanticInvalidScoreRange, tally, row, "scoreMin") == Severity.Warning;

    private static bool HasAny(FileContract contract, string?[] values, ReadOnlySpan<string> columns, long row, FileTally tally, FindingReporter reporter)
    {
        foreach (var column in columns)
        {
            if (values[contract.IndexOf(column)] is not null)
            {
                return true;
            }
        }

        return reporter.File(DiagnosticCodes.SemanticNoResult, tally, row) == Severity.Warning;
    }
}
