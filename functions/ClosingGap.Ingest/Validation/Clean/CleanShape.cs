using ClosingGap.Ingest.Contracts;

namespace ClosingGap.Ingest.Validation.Clean;

/// <summary>What is made of each clean row of a file ahead of its judgement: the hashes of its ids, and what remembered cells became.</summary>
internal sealed class CleanShape
{
    private readonly int[] _memorySlots;

    public CleanShape(FileContract contract, HeaderPlan plan, CodeReader codes)
    {
        Positions = [.. plan.Source];
        Columns = new CleanColumn[contract.Columns.Count];
        Key = [.. contract.Key];
        HasCompositeKey = !contract.IsReferable;
        HashSlots = new int[Columns.Length];
        _memorySlots = new int[Columns.Length];
        var hashed = HasCompositeKey ? 1 : 0;
        var remembered = 0;
        for (var index = 0; index < Columns.Length; index++)
        {
            var column = contract.Columns[index];
            var isHashed = column.Ref is not null && column.Type != CellType.GuidRefList || (contract.IsReferable && contract.Key.Contains(index));
            HashSlots[index] = isHashed ? hashed++ : -1;
            Columns[index] = CleanColumn.Of(contract, index, plan.Source[index], codes.HasWords(index), HashSlots[index]);
            _memorySlots[index] = Columns[index].Form == CleanForm.Remembered ? remembered++ : -1;
        }

        HashedCount = hashed;
        RememberedCount = remembered;
        CanonicalColumns = new int[contract.Canonical?.Columns.Count ?? 0];
        Array.Fill(CanonicalColumns, -1);
        for (var index = 0; index < Columns.Length; index++)
        {
            if (contract.CanonicalOrdinals[index] is var ordinal and >= 0)
            {
                CanonicalColumns[ordinal] = index;
            }
        }
    }

    /// <summary>The columns of the contract.</summary>
    public CleanColumn[] Columns { get; }

    /// <summary>For each column its place in the file, or -1.</summary>
    public int[] Positions { get; }

    /// <summary>The columns of the key.</summary>
    public int[] Key { get; }

    /// <summary>True when the key is more than an id: its hash is then in slot 0.</summary>
    public bool HasCompositeKey { get; }

    /// <summary>Hashes of a row.</summary>
    public int HashedCount { get; }

    /// <summary>Remembered cells of a row.</summary>
    public int RememberedCount { get; }

    /// <summary>For each column of the canonical table that of the contract, or -1.</summary>
    public int[] CanonicalColumns { get; }

    /// <summary>For each column where its hash is kept, or -1.</summary>
    public int[] HashSlots { get; }

    /// <summary>Where what a column's cell became is kept, or -1.</summary>
    public int MemorySlot(int column) => _memorySlots[column];
}
