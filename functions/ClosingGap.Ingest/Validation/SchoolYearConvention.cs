using System.Globalization;
using ClosingGap.Ingest.Contracts;
using ClosingGap.Ingest.Diagnostics;

namespace ClosingGap.Ingest.Validation;

/// <summary>
/// The standard names a school year by the year in which it ends; some exports name it by the year in which it starts. The dates of the
/// sessions of type schoolYear tell which: 2026-08-16 to 2027-08-15 with 2026 is the start. Sessions inside follow their school year.
/// </summary>
internal static class SchoolYearConvention
{
    /// <summary>Corrects sessions in place and reports each.</summary>
    public static void Correct(FileContract contract, IReadOnlyList<HeldRow> sessions, FindingReporter reporter)
    {
        var (type, start, end, year) =
            (contract.IndexOf("type"), contract.IndexOf("startDate"), contract.IndexOf("endDate"), contract.IndexOf("schoolYear"));
        var wrong = sessions
            .Select(session => session.Values)
            .Where(values => values[type] == "schoolYear" && NamesStart(values[start], values[end], values[year]))
            .Select(values => (Start: values[start]!, End: values[end]!, Year: values[year]!))
            .ToArray();
        foreach (var session in sessions)
        {
            var values = session.Values;
            if (values[year] is not { } given || values[start] is not { } from || values[end] is not { } to)
            {
                continue;
            }

            var isInside = wrong.Any(outer => outer.Year == given
                && string.CompareOrdinal(outer.Start, from) <= 0
                && string.CompareOrdinal(to, outer.End) <= 0);
            if (isInside)
            {
                values[year] = (int.Parse(given, CultureInfo.InvariantCulture) + 1).ToString(CultureInfo.InvariantCulture);
                reporter.File(DiagnosticCodes.SemanticSchoolYearIsStartYear, session.Tally, session.Row, "schoolYear");
            }
        }
    }

    private static bool NamesStart(string? start, string? end, string? year) =>
        start is not null && end is not null && year is not null
        && start.StartsWith(year, StringComparison.Ordinal)
        && int.Parse(end.AsSpan(0, 4), CultureInfo.InvariantCulture) == int.Parse(year, CultureInfo.InvariantCulture) + 1;
}
