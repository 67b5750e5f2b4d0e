using ClosingGap.Ingest.Canonical;
using ClosingGap.Ingest.Contracts;
using ClosingGap.Ingest.Tables;

namespace ClosingGap.Ingest.Validation;

/// <summary>Validates tables that a profile mapped from another layout.</summary>
internal static class MappedTables
{
    /// <summary>Reads the tables in canonical order; several sources of one table are read one after the other.</summary>
    /// <exception cref="ArgumentException">A source names a table that does not exist.</exception>
    public static async Task RunAsync(IReadOnlyList<ITableSource> sources, ValidationContext context, CancellationToken cancellationToken)
    {
        if (sources.FirstOrDefault(source => CanonicalTables.Find(source.Table) is null) is { } unknown)
        {
            throw new ArgumentException($"There is no canonical table {unknown.Table}.", nameof(sources));
        }

        context.Facts.Expect(sources.Select(source => source.Table));
        context.Joins.IsWanted = sources.Any(source => FileContracts.HasJoins(source.Table));
        foreach (var table in CanonicalTables.All)
        {
            var contract = FileContracts.Mapped(table);
            var inputs = new List<TableInput>();
            foreach (var source in sources.Where(source => source.Table == table.Name))
            {
                var tally = context.TallyOf(source.Table, contract);
                if (new HeaderPlanner(contract, tally, context.Reporter).Plan(source.Columns, headerFault: null) is { } plan)
                {
                    inputs.Add(new TableInput(source, plan, Tally: null));
                }
            }

            if (inputs.Count > 0)
            {
                await new TableProcessor(contract, context).RunAsync(inputs, cancellationToken).ConfigureAwait(false);
            }
        }

        context.ForgetUnreadFiles();
    }
}
