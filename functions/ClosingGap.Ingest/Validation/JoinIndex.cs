using ClosingGap.Ingest.Contracts;
using ClosingGap.Ingest.Tables;

namespace ClosingGap.Ingest.Validation;

/// <summary>The records that another system's rows are joined to, and how many of those rows found theirs.</summary>
internal sealed class JoinIndex(JoinReferenceReader? published)
{
    private const string Users = "users";
    private const string Classes = "classes";

    private readonly Dictionary<string, JoinTarget> _targets = new(StringComparer.Ordinal);
    private readonly HashSet<string> _loaded = new(StringComparer.Ordinal);

    /// <summary>True when the package holds rows that are joined; else nothing is remembered here.</summary>
    public bool IsWanted { get; set; }

    /// <summary>The counts; null until a table of students or sections of another system was read.</summary>
    public JoinFigures? Figures { get; set; }

    /// <summary>The records of a table.</summary>
    public JoinTarget Of(string table)
    {
        if (!_targets.TryGetValue(table, out var target))
        {
            _targets[table] = target = new JoinTarget();
        }

        return target;
    }

    /// <summary>Says that the package holds a table; of a delta the published records count too.</summary>
    public async ValueTask BeginAsync(string table, TableMode mode, CancellationToken cancellationToken)
    {
        if (IsWanted && table is Users or Classes)
        {
            Of(table).IsInPackage = true;
            Of(table).IsKnown = true;
            if (mode == TableMode.Delta)
            {
                await LoadAsync(table, cancellationToken).ConfigureAwait(false);
            }
        }
    }

    /// <summary>Makes the tables ready to which the rows of a contract are joined.</summary>
    public async ValueTask PrepareAsync(FileContract contract, CancellationToken cancellationToken)
    {
        foreach (var table in contract.Columns.Where(column => column.Join).Select(column => column.Ref!))
        {
            if (!Of(table).IsInPackage)
            {
                await LoadAsync(table, cancellationToken).ConfigureAwait(false);
            }
        }
    }

    /// <summary>Remembers an accepted row of the package, when it is one of a student or a class.</summary>
    public void Take(FileContract contract, string?[] values)
    {
        if (!IsWanted || contract.Name is not (Users or Classes) || values[contract.IndexOf("sourcedId")] is not { } id)
        {
            return;
        }

        if (contract.Name == Classes)
        {
            Of(Classes).Add(id, Value("classCode"));
        }
        else if (Value("role") is null or "student")
        {
            Of(Users).Add(id, Value("identifier"));
        }

        string? Value(string column) => contract.IndexOf(column) is var index and >= 0 ? values[index] : null;
    }

    private async ValueTask LoadAsync(string table, CancellationToken cancellationToken)
    {
        if (!_loaded.Add(table) || published?.Invoke(table, cancellationToken) is not { } records)
        {
            return;
        }

        var target = Of(table);
        target.IsKnown = true;
        await foreach (var record in records.WithCancellation(cancellationToken).ConfigureAwait(false))
        {
            target.Add(record.SourcedId, record.Identifier);
        }
    }
}
