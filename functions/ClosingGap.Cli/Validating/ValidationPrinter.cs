using System.Globalization;
using ClosingGap.Cli.Output;
using Spectre.Console;

namespace ClosingGap.Cli.Validating;

/// <summary>Prints the outcome of a validation for people.</summary>
internal static class ValidationPrinter
{
    public static void Print(CliContext context, ValidationDocument document)
    {
        if (document.Files.Count > 0)
        {
            var table = Tables.Create(("File", false), ("Holds", false), ("Mode", false), ("Read", true), ("Rejected", true), ("Warnings", true), ("", false));
            foreach (var file in document.Files)
            {
                table.AddRow(Tables.Cells(file.File, Tables.TableOf(file.File, file.Table), file.Mode, file.Read, file.Rejected, file.Warnings, file.Used ? "" : "not read"));
            }

            context.Console.Write(table);
        }

        RulePrinter.Print(context, document.Rules.Select(rule => new RuleLine(
            rule.Severity, rule.Code, rule.Count, rule.File, rule.Column, rule.FirstRows, Explain(rule))));
        context.Out.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{document.RowsRead:N0} rows read, {document.RowsRejected:N0} rejected, {document.Warnings:N0} warnings (profile {document.Profile}{(document.Version is { } version ? $", OneRoster {version}" : "")}{(document.Set is { } set ? $", set {set}" : "")})."));
        context.Out.WriteLine(document.FatalCode is { } code
            ? $"The package would be rejected as a whole [{code}]. {document.Reason}".TrimEnd()
            : document.Valid ? "Valid." : "Not valid: the rejected rows would be left out, the others taken.");
    }

    private static string? Explain(ValidationRule rule) =>
        string.Join(' ', new[] { rule.Meaning, rule.Fix }.Where(sentence => !string.IsNullOrEmpty(sentence))) is { Length: > 0 } text ? text : null;
}
