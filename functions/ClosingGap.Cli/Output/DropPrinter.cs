using System.Globalization;
using ClosingGap.Cli.Service;
using ClosingGap.Ingest.Receipts;
using Spectre.Console;

namespace ClosingGap.Cli.Output;

/// <summary>Prints a drop's record for people.</summary>
internal sealed class DropPrinter(CliContext context)
{
    /// <summary>Prints a receipt, which says the same as the record at its end.</summary>
    public void Print(Receipt receipt) => Print(new DropStatus
    {
        Id = receipt.DropId ?? "",
        Kind = receipt.Kind,
        District = receipt.District,
        Source = receipt.Source,
        Path = receipt.Path,
        State = receipt.State,
        ReasonCode = receipt.ReasonCode,
        Reason = receipt.Reason,
        Next = receipt.Next,
        Version = receipt.Version,
        AsOf = receipt.AsOf,
        Counts = new DropStatusCounts
        {
            RowsRead = receipt.Counts.RowsRead, RowsApplied = receipt.Counts.RowsAccepted, RowsRejected = receipt.Counts.RowsRejected, Warnings = receipt.Counts.Warnings,
        },
        Joins = receipt.Joins,
        Files = [.. receipt.Files.Select(file => new DropStatusFile(file.File, file.Table, file.Mode, file.Read, file.Rejected, file.Warnings, file.Accepted, file.Deleted))],
        Rules = [.. receipt.Rules.Select(rule => new DropStatusRule(rule.Code, rule.Severity, rule.Count, rule.File, rule.Column, rule.FirstRows, rule.Fix))],
        Changes = [.. receipt.Changes.Select(change => new DropStatusChange(change.Table, change.Rows, change.Added, change.Removed, change.Changed, change.Unchanged))],
    });

    public void Print(DropStatus status)
    {
        Line($"Drop      {status.Id}{(status.Kind is { } kind && !string.Equals(kind, "Drop", StringComparison.OrdinalIgnoreCase) ? $" ({kind.ToLowerInvariant()})" : "")}");
        Line($"Of        {status.District ?? "no district"} {status.Source} {status.Path}");
        Line($"State     {status.State}{(status.ReasonCode is { } code ? $" [{code}]" : "")}");
        if (status.Reason is { } reason)
        {
            Line($"Reason    {reason}");
        }

        if (status.Version is { } version)
        {
            Line(string.Create(CultureInfo.InvariantCulture, $"Version   {version}, as of {status.AsOf:yyyy-MM-dd}"));
        }

        var counts = status.Counts;
        Line(string.Create(CultureInfo.InvariantCulture, $"Rows      {counts.RowsRead:N0} read, {counts.RowsApplied:N0} accepted, {counts.RowsRejected:N0} rejected, {counts.Warnings:N0} warnings"));
        if (status.State is "Published" && status.Next is null)
        {
            Line(string.Create(
                CultureInfo.InvariantCulture,
                $"Students  {counts.Students:N0}; documents {counts.DocumentsWritten:N0} written, {counts.DocumentsUnchanged:N0} unchanged, {counts.DocumentsRemoved:N0} removed"));
        }

        if (status.Joins is { } joins)
        {
            Line(string.Create(
                CultureInfo.InvariantCulture,
                $"Joined    {joins.StudentsJoined:N0} students, {joins.SectionsJoined:N0} sections; not joined {joins.StudentsNotJoined:N0} students, {joins.StudentsAmbiguous:N0} ambiguous, {joins.StudentsWithoutId:N0} without an id, {joins.SectionsNotJoined:N0} sections"));
        }

        PrintFiles(status.Files);
        PrintChanges(status.Changes);
        RulePrinter.Print(context, status.Rules.Select(rule => new RuleLine(
            rule.Severity, rule.Code, rule.Count, rule.File, rule.Column, rule.FirstRows ?? [], rule.Fix)));
        PrintDeliveries(status.Deliveries);
        if (status.Next is { } next)
        {
            Line($"Next      {next}");
        }
        else if (status.State is "Held")
        {
            Line($"Decide    closinggap release {status.Id}   or   closinggap discard {status.Id}");
        }
    }

    private void PrintFiles(IReadOnlyList<DropStatusFile> files)
    {
        if (files.Count > 0)
        {
            var table = Tables.Create(("File", false), ("Holds", false), ("Mode", false), ("Read", true), ("Accepted", true), ("Rejected", true), ("Deleted", true), ("Warnings", true));
            foreach (var file in files)
            {
                table.AddRow(Tables.Cells(file.File, Tables.TableOf(file.File, file.Table), file.Mode, file.Read, file.Accepted, file.Rejected, file.Deleted, file.Warnings));
            }

            context.Console.Write(table);
        }
    }

    private void PrintDeliveries(IReadOnlyList<DropStatusDelivery> deliveries)
    {
        foreach (var delivery in deliveries)
        {
            var end = delivery.Delivered ? "delivered" : $"given up [{delivery.Fault}]";
            Line(string.Create(CultureInfo.InvariantCulture, $"Webhook   {delivery.State}: {end} after {delivery.Tries:N0} {(delivery.Tries == 1 ? "try" : "tries")}, {delivery.At:yyyy-MM-dd HH:mm} UTC"));
        }
    }

    private void PrintChanges(IReadOnlyList<DropStatusChange> changes)
    {
        if (changes.Count > 0)
        {
            var table = Tables.Create(("Changed table", false), ("Rows", true), ("Added", true), ("Removed", true), ("Changed", true), ("Unchanged", true));
            foreach (var change in changes)
            {
                table.AddRow(Tables.Cells(change.Table, change.Rows, change.Added, change.Removed, change.Changed, change.Unchanged));
            }

            context.Console.Write(table);
        }
    }

    private void Line(string text) => context.Out.WriteLine(text.TrimEnd());
}
