using ClosingGap.Ingest.Contracts;
using ClosingGap.Ingest.Diagnostics;

namespace ClosingGap.Ingest.Validation;

/// <summary>Rules between the cells of one row that are part of their form.</summary>
internal static class RowSemantics
{
    /// <summary>True when the row may be used.</summary>
    public static bool Check(FileContract contract, string?[] values, long row, FileTally tally, FindingReporter reporter) => contract.Name switch
    {
        "classes" or "courses" => AreInStep(values[contract.IndexOf("subjects")], values[contract.IndexOf("subjectCodes")], reporter.IsStrict)
            || reporter.File(DiagnosticCodes.RowInvalidList, tally, row, "subjectCodes") == Severity.Warning,
        _ => !contract.IsExtension || ExtensionRules.Check(contract, values, row, tally, reporter),
    };

    /// <summary>Strictly there is one code for each subject, in their order; otherwise subjects may come without any codes, or codes alone.</summary>
    private static bool AreInStep(string? subjects, string? codes, bool isStrict) =>
        (!isStrict && (subjects is null || codes is null)) || Entries(subjects) == Entries(codes);

    private static int Entries(string? list) => list is null ? 0 : list.AsSpan().Count(',') + 1;
}
