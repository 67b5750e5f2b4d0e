using System.Runtime.CompilerServices;
using ClosingGap.Ingest.Contracts;

namespace ClosingGap.Ingest.Validation.Clean;

/// <summary>Tells whether all records that a clean row names are known and of the right type.</summary>
internal sealed class CleanReferences(FileContract contract, ValidationContext context, ReferenceChecker checker)
{
    private readonly (int Column, ContractColumn Contract, ReferenceTarget Target, bool IsSelf, bool IsList)[] _columns =
    [
        .. contract.Columns
            .Select((column, index) => (column, index))
            .Where(pair => pair.column.Ref is not null)
            .Select(pair => (
                pair.index, pair.column, context.References.Of(pair.column.Ref!), pair.column.Ref == contract.Name, pair.column.Type == CellType.GuidRefList)),
    ];

    /// <summary>The hash found last in each column: rows of one student, class or school stand together.</summary>
    private readonly ulong[] _found = new ulong[contract.Columns.Count];

    /// <summary>Says that the records named will be asked about soon.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Approach(CleanRow row)
    {
        foreach (ref readonly var column in _columns.AsSpan())
        {
            if (!column.IsList && row.Hash(column.Column) is var hash && hash != _found[column.Column])
            {
                column.Target.Approach(hash);
            }
        }
    }

    /// <summary>True when all are found.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public bool AreFound(CleanRow row)
    {
        foreach (ref readonly var column in _columns.AsSpan())
        {
            var cell = row.Raw(column.Column);
            if (cell.IsEmpty)
            {
                continue;
            }

            if (column.IsList)
            {
                if (!checker.WasFound(column.Column, cell))
                {
                    return false;
                }

                continue;
            }

            var hash = row.Hash(column.Column);
            if (hash == _found[column.Column])
            {
                continue;
            }

            if (column.Target.Look(hash) != ReferenceState.Found || !ReferenceChecker.IsOfRightType(column.Contract, column.Target, hash))
            {
                return false;
            }

            _found[column.Column] = column.IsSelf ? 0 : hash;
        }

        return true;
    }
}
