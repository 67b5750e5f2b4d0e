using ClosingGap.Ingest.Contracts;
using ClosingGap.Ingest.Diagnostics;

namespace ClosingGap.Ingest.Validation;

/// <summary>Matches a header against its contract.</summary>
internal sealed class HeaderPlanner(FileContract contract, FileTally tally, FindingReporter reporter)
{
    private const string MetadataPrefix = "metadata.";

    private readonly int[] _source = [.. Enumerable.Repeat(-1, contract.Columns.Count)];

    /// <summary>Gives the plan, or null when the rows cannot be used; the reasons are reported.</summary>
    public HeaderPlan? Plan(IReadOnlyList<string> header, string? headerFault)
    {
        var names = header.Select(name => name.Trim()).ToArray();
        if (headerFault is not null || !names.Any(IsKnown))
        {
            reporter.File(headerFault is null or DiagnosticCodes.CsvBareCarriageReturn ? DiagnosticCodes.TableMissingHeader : headerFault, tally, 1);
            if (headerFault is null || reporter.IsStrict || !names.Any(IsKnown))
            {
                return null;
            }
        }

        var isUsable = reporter.IsStrict && !contract.IsExtension ? PlanExact(header) : PlanTolerant(header, names);
        return isUsable ? new HeaderPlan(_source) : null;
    }

    private bool IsKnown(string name) =>
        contract.Columns.Any(column => string.Equals(column.Name, name, StringComparison.OrdinalIgnoreCase)
            || column.GoesBy(name));

    /// <summary>The package is rejected for any deviation; the rows are still read where every column is found, for a complete report.</summary>
    private bool PlanExact(IReadOnlyList<string> header)
    {
        var hasDoubles = ReportDoubles(header);
        var lastStandard = -1;
        for (var position = 0; position < header.Count; position++)
        {
            var index = contract.IndexOf(header[position]);
            if (index >= 0)
            {
                _source[index] = position;
                lastStandard = position;
            }
            else if (header[position].Length == 0)
            {
                reporter.File(DiagnosticCodes.TableEmptyHeaderName, tally, 1);
            }
            else if (!header[position].StartsWith(MetadataPrefix, StringComparison.Ordinal) || header[position].Length == MetadataPrefix.Length)
            {
                reporter.File(DiagnosticCodes.SchemaInvalidMetadataHeader, tally, 1, header[position]);
            }
        }

        ReportMetadataBefore(lastStandard, header);
        ReportOrder();
        return ReportMissing() && !hasDoubles;
    }

    private bool PlanTolerant(IReadOnlyList<string> header, string[] names)
    {
        for (var position = 0; position < names.Length; position++)
        {
            if (names[position].Length == 0)
            {
                reporter.File(DiagnosticCodes.TableEmptyHeaderName, tally, 1);
                continue;
            }

            var (index, deviation) = Match(header[position], names[position]);
            if (index < 0)
            {
                if (!IsMetadata(names[position]))
                {
                    reporter.File(DiagnosticCodes.SchemaInvalidMetadataHeader, tally, 1, names[position], atMost: Severity.Warning);
                }

                continue;
            }

            if (deviation is not null)
            {
                reporter.File(deviation, tally, 1, contract.Columns[index].Name);
            }

            if (_source[index] >= 0)
            {
                reporter.File(DiagnosticCodes.TableDuplicateHeader, tally, 1, contract.Columns[index].Name);
                return false;
            }

            _source[index] = position;
        }

        if (!contract.IsExtension)
        {
            ReportMetadataBefore(_source.Max(), names);
            ReportOrder();
        }

        return ReportMissing();
    }

    private (int Index, string? Deviation) Match(string exact, string name)
    {
        var index = contract.IndexOf(exact);
        if (index >= 0)
        {
            return (index, null);
        }

        for (index = 0; index < contract.Columns.Count; index++)
        {
            if (string.Equals(contract.Columns[index].Name, name, StringComparison.OrdinalIgnoreCase))
            {
                return (index, DiagnosticCodes.SchemaHeaderCaseMismatch);
            }
        }

        for (index = 0; index < contract.Columns.Count; index++)
        {
            if (contract.Columns[index].GoesBy(name))
            {
                return (index, DiagnosticCodes.SchemaHeaderAlias);
            }
        }

        return (-1, null);
    }

    private bool ReportDoubles(IReadOnlyList<string> header)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var doubles = header.Where(name => name.Length > 0 && !seen.Add(name)).ToArray();
        foreach (var name in doubles)
        {
            reporter.File(DiagnosticCodes.TableDuplicateHeader, tally, 1, name);
        }

        return doubles.Length > 0;
    }

    private bool ReportMissing()
    {
        var isUsable = true;
        for (var index = 0; index < _source.Length; index++)
        {
            var column = contract.Columns[index];
            if (_source[index] >= 0 || column.Omittable)
            {
                continue;
            }

            var isNeeded = column.Required == ValueRequirement.Yes && !column.LenientOptional;
            if (contract.IsExtension && !isNeeded)
            {
                continue;
            }

            var atMost = reporter.IsStrict || isNeeded ? Severity.Fatal : Severity.Warning;
            isUsable &= reporter.File(DiagnosticCodes.SchemaMissingHeader, tally, 1, column.Name, atMost: atMost) != Severity.Fatal;
        }

        return isUsable;
    }

    private void ReportOrder()
    {
        var last = -1;
        for (var index = 0; index < _source.Length; index++)
        {
            if (_source[index] >= 0 && _source[index] < last)
            {
                reporter.File(DiagnosticCodes.SchemaHeaderOrderMismatch, tally, 1, contract.Columns[index].Name);
                return;
            }

            last = Math.Max(last, _source[index]);
        }
    }

    private void ReportMetadataBefore(int lastStandard, IReadOnlyList<string> header)
    {
        foreach (var position in Enumerable.Range(0, lastStandard + 1).Where(position => IsMetadata(header[position])))
        {
            reporter.File(DiagnosticCodes.SchemaMetadataColumnPosition, tally, 1, header[position]);
        }
    }

    private static bool IsMetadata(string name) => name.StartsWith(MetadataPrefix, StringComparison.OrdinalIgnoreCase);
}
