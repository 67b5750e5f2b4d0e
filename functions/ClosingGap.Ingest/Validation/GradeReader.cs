using ClosingGap.Ingest.Diagnostics;

namespace ClosingGap.Ingest.Validation;

/// <summary>Brings grade levels to the codes of CEDS "Entry Grade Level" (01 to 12, KG, PK …); other codes stay as they are.</summary>
internal static class GradeReader
{
    /// <summary>Reads one grade level.</summary>
    public static CellReading Read(string cell)
    {
        var grade = Normalize(cell);
        return new(grade, string.Equals(grade, cell, StringComparison.Ordinal) ? null : DiagnosticCodes.RowGradeFormat);
    }

    /// <summary>Reads grade levels joined by commas.</summary>
    public static CellReading ReadList(string cell)
    {
        if (!cell.Contains(',', StringComparison.Ordinal))
        {
            return Read(cell);
        }

        var list = ListReader.Read(cell, static _ => true, DiagnosticCodes.RowInvalidList);
        if (list.Value is null)
        {
            return list;
        }

        var grades = string.Join(',', list.Value.Split(',').Select(Normalize));
        return new(grades, list.Code ?? (string.Equals(grades, list.Value, StringComparison.Ordinal) ? null : DiagnosticCodes.RowGradeFormat));
    }

    private static string Normalize(string grade) => grade switch
    {
        ['1', '0' or '1' or '2'] => grade,
        [>= '1' and <= '9'] => "0" + grade,
        "K" or "k" or "kg" or "0" or "00" => "KG",
        "pk" or "Pk" or "PreK" or "Pre-K" => "PK",
        _ => grade,
    };
}
