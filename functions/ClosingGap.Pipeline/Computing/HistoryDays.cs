using ClosingGap.Ingest.Snapshot;

namespace ClosingGap.Pipeline.Computing;

/// <summary>What a history knows of its rows; the rows of the roster itself have neither day.</summary>
/// <param name="Vanished">The day on which a row vanished.</param>
/// <param name="Returned">The day on which it came back.</param>
internal sealed record HistoryDays(Func<int, DateOnly?> Vanished, Func<int, DateOnly?> Returned)
{
    private static readonly HistoryDays s_none = new(_ => null, _ => null);

    public static HistoryDays Of(CanonicalColumns columns)
    {
        if (columns.Table.Ordinal(RosterHistory.VanishedOn) < 0)
        {
            return s_none;
        }

        var (vanished, returned) = (columns.Dates(RosterHistory.VanishedOn), columns.Dates(RosterHistory.ReturnedOn));
        return new HistoryDays(row => vanished[row], row => returned[row]);
    }
}
