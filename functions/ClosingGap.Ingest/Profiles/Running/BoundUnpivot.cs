namespace ClosingGap.Ingest.Profiles.Running;

/// <summary>Repeated columns bound to one file.</summary>
/// <param name="Repetitions">For each repetition the ordinal of each made cell, -1 where the file has no such column.</param>
internal sealed record BoundUnpivot(IReadOnlyList<int[]> Repetitions)
{
    /// <summary>Fills the made cells of one repetition; false when all of them are blank.</summary>
    public bool Fill(MappedRow row, int repetition)
    {
        var any = false;
        var ordinals = Repetitions[repetition];
        for (var i = 0; i < ordinals.Length; i++)
        {
            row.Made[i] = ordinals[i] < 0 ? null : row.Cell(ordinals[i]);
            any |= row.Made[i] is not null;
        }

        return any;
    }
}
