using System.Globalization;
using ClosingGap.Ingest.Contracts;

namespace ClosingGap.Ingest.Validation;

/// <summary>Gives accepted rows of a file to the sink, in the columns of its canonical table.</summary>
internal sealed class CanonicalRowWriter(FileContract contract, ValidationContext context)
{
    private readonly int[] _ordinals = [.. contract.CanonicalOrdinals];
    private readonly int _yearColumn = contract.Name is "academicSessions" or "schoolEnrollments" ? contract.IndexOf("schoolYear") : -1;

    /// <summary>Writes a row; nothing where no table takes it.</summary>
    public ValueTask WriteAsync(string?[] values, bool isDeletion, CancellationToken cancellationToken)
    {
        if (contract.Canonical is not { } table)
        {
            return ValueTask.CompletedTask;
        }

        if (_yearColumn >= 0 && values[_yearColumn] is { } year)
        {
            context.SchoolYears.Add(int.Parse(year, CultureInfo.InvariantCulture));
        }

        if (!isDeletion)
        {
            context.Joins.Take(contract, values);
        }

        var cells = new string?[table.Columns.Count];
        for (var index = 0; index < values.Length; index++)
        {
            var ordinal = _ordinals[index];
            if (ordinal >= 0)
            {
                cells[ordinal] = values[index];
            }
        }

        return context.Sink.WriteAsync(table, cells, isDeletion, cancellationToken);
    }
}
