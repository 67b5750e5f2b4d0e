using System.Globalization;
using System.Text;
using ClosingGap.Ingest.Contracts;
using ClosingGap.Ingest.Vocabularies;

namespace ClosingGap.Ingest.Tests.Contracts;

/// <summary>The page of all extension files, as Markdown: their columns, rules and words.</summary>
internal static class ExtensionFilesDocument
{
    public static string Write()
    {
        var text = new StringBuilder();
        text.Append("""
            # Extension files

            What OneRoster does not carry, under Ed-Fi and CEDS names. A test holds this page to
            `functions/ClosingGap.Ingest/Contracts/extensions.json` and `functions/ClosingGap.Ingest/Vocabularies/vocabularies.json`.

            A file is `{name}.csv`, with its columns in any order. **bold**: the key, which identifies a row. *yes*: a blank rejects the row;
            *(yes)*: only under a strict profile. Each file may also have `status` (`active`, `tobedeleted`) and `dateLastModified`: when both are
            filled in its first row, its rows are changes, as in OneRoster's own files; else the file is the reference and what it does not hold is gone.

            Codes are values of [Ed-Fi's descriptors](https://docs.ed-fi.org/) (Data Standard 5), bare or as `uri://ed-fi.org/XDescriptor#Value`; case does not
            matter, and well-known other spellings are read. A word that is none of a **closed** list is reported as `row.unknown_code` and maps by
            [`codes`](profiles.md#codes) in the profile: *reject* rejects the row, *blank* and *keep* are warnings. In an *open* list any text is fine.

            """);
        foreach (var name in FileContracts.ProcessingOrder.Where(FileContracts.Extensions.ContainsKey))
        {
            text.Append("\n## ").Append(name).Append("\n\n| column | required | holds | words |\n|---|---|---|---|\n");
            var contract = FileContracts.Extensions[name];
            for (var index = 0; index < contract.Columns.Count; index++)
            {
                if (index != contract.StatusColumn && index != contract.ModifiedColumn)
                {
                    Append(text, contract, index);
                }
            }
        }

        return text.ToString();
    }

    private static void Append(StringBuilder text, FileContract contract, int index)
    {
        var column = contract.Columns[index];
        var title = contract.Key.Contains(index) ? $"**{column.Name}**" : column.Name;
        var required = (column.Required != ValueRequirement.Yes ? "" : column.LenientOptional ? "(yes)" : "yes")
            + (column.UnlessFilled is { } other ? $", unless {other} is filled" : "");
        text.Append(CultureInfo.InvariantCulture, $"| {title} | {required} | {Holds(column)} | {Words(contract.Name, column)} |\n");
    }

    private static string Holds(ContractColumn column)
    {
        var range = (column.Min, column.Max) switch
        {
            ({ } low, { } high) => string.Create(CultureInfo.InvariantCulture, $", {low} to {high}"),
            ({ } low, null) => string.Create(CultureInfo.InvariantCulture, $", from {low}"),
            _ => "",
        };
        var target = column.Ref is { } table ? $" of {table}" : "";
        var order = column.NotBefore is { } begin ? $", not before {begin}" : "";
        return System.Text.Json.JsonNamingPolicy.CamelCase.ConvertName(column.Type.ToString()) + target + range + order;
    }

    private static string Words(string table, ContractColumn column)
    {
        if (column.Enum is { } tokens)
        {
            return string.Join("; ", tokens);
        }

        if (VocabularySet.Find(table, column.Name) is not { } vocabulary)
        {
            return "";
        }

        var rule = vocabulary.IsClosed ? $"**closed**, *{vocabulary.Unknown.ToString().ToLowerInvariant()}*" : "*open*";
        return $"{rule}: {string.Join("; ", vocabulary.Words)}";
    }
}
