using System.Globalization;
using ClosingGap.Cli.Service;
using Spectre.Console;

namespace ClosingGap.Cli.Output;

/// <summary>Prints a drop's record for people.</summary>
internal sealed class DropPrinter(CliContext context)
{
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
        if (status.State is "Published")
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
        if (status.State is "Held")
        {
            Line($"Decide    closinggap release {status.Id}   or   closinggap discard {status.Id}");
        }
    }

    private void PrintFiles(IReadOnlyList<DropStatusFile> files)
    {
        if (files.Count > 0)
        {
            var table = Tables.Create(("File", false), ("Holds", false), ("Mode", false), ("Read", true), ("Rejected", true), ("Warnings", true));
            foreach (var file in files)
            {
                table.AddRow(Tables.Cells(file.File, Tables.TableOf(file.File, file.Table), file.Mode, file.Read, file.Rejected, file.Warnings));
            }

            context.Console.Write(table);
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
