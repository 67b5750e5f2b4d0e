using ClosingGap.Ingest.Csv;

namespace ClosingGap.Ingest.Validation.Semantics;

/// <summary>Takes user and organisation of each role: where they stand, or out of a row of strings where blanks or quotes may surround them.</summary>
/// <param name="maker">Makes rows.</param>
/// <param name="width">Columns of the header.</param>
/// <param name="places">The places of the two.</param>
/// <param name="held">Takes the pairs.</param>
internal sealed class RolePairs(CsvRowMaker maker, int width, (int User, int Organisation) places, KeySet held)
{
    /// <summary>Takes the pair of a record that can be used.</summary>
    public void Take(CsvBlock block, int record)
    {
        ref readonly var csv = ref block[record];
        if (csv.Fault is null && !csv.HasEscapes && csv.FieldCount == width)
        {
            var user = block.Field(in csv, places.User);
            var organisation = block.Field(in csv, places.Organisation);
            if (IsPlain(user) && IsPlain(organisation))
            {
                held.Add(PackageFacts.Pair(KeyHash.Of(user), KeyHash.Of(organisation)));
                return;
            }
        }

        if (maker.Make(block, record) is { Fault: null } row
            && row.Cells[places.User]?.Trim() is { } userText && row.Cells[places.Organisation]?.Trim() is { } organisationText)
        {
            held.Add(PackageFacts.Pair(userText, organisationText));
        }
    }

    /// <summary>True when nothing would be trimmed.</summary>
    private static bool IsPlain(ReadOnlySpan<byte> cell) => !cell.IsEmpty && cell[0] is > (byte)' ' and < 0x7F && cell[^1] is > (byte)' ' and < 0x7F;
}
