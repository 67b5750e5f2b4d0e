using System.Globalization;
using ClosingGap.Ingest.Receipts;

namespace ClosingGap.Pipeline.Drops;

/// <summary>What a record says to whoever sent the drop.</summary>
internal static class DropReceipt
{
    /// <summary>The receipt of a record.</summary>
    /// <param name="drop">The record.</param>
    /// <param name="holdTimeout">After how long a held drop is discarded.</param>
    public static Receipt Of(Drop drop, TimeSpan holdTimeout) => new()
    {
        DropId = drop.Id,
        Attempt = drop.Attempt,
        Kind = drop.Kind.ToString(),
        District = drop.District,
        Source = drop.Source,
        Path = drop.Path.Length == 0 ? null : drop.Path,
        State = drop.State.ToString(),
        ReasonCode = drop.ReasonCode,
        Reason = drop.Reason,
        Holds = drop.State == DropState.Held
            ? [.. drop.Holds.Select(hold => new ReceiptHold(hold.Code, hold.Text, hold.Was, hold.WouldBe, hold.Removed, hold.LimitPercent))]
            : [],
        Next = Next(drop, holdTimeout),
        ReceivedAt = drop.ReceivedAt,
        EndedAt = drop.EndedAt,
        Version = drop.Version,
        AsOf = drop.AsOf,
        Profile = drop.Profile,
        Counts = new ReceiptCounts(
            drop.Counts.RowsRead, drop.Counts.RowsApplied, drop.Counts.RowsRejected, drop.Counts.Warnings, drop.State == DropState.Published ? drop.Counts.Students : 0),
        Joins = drop.Joins,
        Files = [.. drop.Files.Select(file => new ReceiptFile(file.File, file.Table, file.Mode, file.Read, file.Accepted, file.Rejected, file.Deleted, file.Warnings))],
        Rules = [.. drop.Rules.Select(rule => ReceiptRules.Describe(rule.Code, rule.Severity, rule.Count, rule.File, rule.Column, rule.FirstRows))],
        Changes = [.. drop.Changes.Select(change => new ReceiptChange(change.Table, change.Rows, change.Added, change.Removed, change.Changed, change.Unchanged))],
        Decisions = [.. drop.Decisions.Select(decision => new ReceiptDecision(decision.Decision, decision.By, decision.At))],
    };

    private static string Next(Drop drop, TimeSpan holdTimeout) => drop.State switch
    {
        DropState.Published when drop.Counts.RowsRejected > 0 =>
            "Correct the rejected rows where they come from; the next drop brings them. All other rows count.",
        DropState.Published => "Nothing.",
        DropState.Rejected => "Correct what the reason and the rules name, then drop the export again. Nothing of the district has changed.",
        DropState.Held => string.Create(
            CultureInfo.InvariantCulture,
            $"Decide: closinggap release {drop.Id} or closinggap discard {drop.Id}. Undecided, it is discarded on {(drop.EndedAt ?? drop.UpdatedAt) + holdTimeout:yyyy-MM-dd}. Nothing of the district has changed."),
        DropState.Failed => $"Drive it again once the service is well: closinggap redrive {drop.Id}. Nothing that readers see has changed.",
        DropState.Discarded => "Nothing. When what it held is wanted after all, drop it again.",
        DropState.Superseded => "Nothing: the newer drop counts.",
        _ => "Wait: the drop is being worked on.",
    };
}
