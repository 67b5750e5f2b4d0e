using System.Globalization;
using System.Text;

namespace ClosingGap.Ingest.Tests.OneRoster;

/// <summary>The page that sets our verdicts beside those of the other implementation, as Markdown.</summary>
internal static class AgreementDocument
{
    /// <summary>Why our codes differ on a package, with the paragraph of the standard that decides it.</summary>
    public static readonly IReadOnlyDictionary<string, string> Reasons = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["invalid/missing-manifest.zip"] =
            "The zip holds no file at all. §2: a set is a manifest and data files; we say first that there is nothing, `package.empty`.",
        ["harvest/044fd5dccdd7.zip"] = MisplacedMetadata,
        ["harvest/2c1001664fba.zip"] = MisplacedMetadata,
        ["harvest/37d10f608634.zip"] = RefusedRow,
        ["harvest/1131c2d54d5e.zip"] = RefusedRow,
        ["harvest/378626d199e0.zip"] = RefusedRow,
        ["harvest/005c1345c640.zip"] =
            "§3.1 of 1.1 and of 1.2: `oneroster.version` names the version of the set. The other reader is one for 1.2 alone; we read 1.1 too, of "
            + "which the files of 1.2 are unknown properties. Both refuse the set for `manifest.version`.",
    };

    private const string MisplacedMetadata =
        "§2: columns stand in the order of the tables, metadata columns at the far right. One misplaced metadata column is one finding here; the "
        + "other implementation compares place by place and reports every column behind it too.";

    private const string RefusedRow =
        "§2: a bulk set is referentially complete. We leave a refused row out, so that a row that points to it points to nothing, and say so.";

    public static string Write(IReadOnlyList<Agreement> all)
    {
        var text = new StringBuilder();
        var differing = all.Where(one => !one.HasSameCodes).ToArray();
        text.Append(CultureInfo.InvariantCulture, $"""
            # Agreement on OneRoster 1.2 packages

            Our strict verdicts beside those of an independent open implementation (TypeScript, `LongsightGroup/oneroster`, which passes the
            certification cases of 1EdTech) on the packages of its tests: {all.Count} questions about {all.Select(one => one.Asked.File).Distinct(StringComparer.Ordinal).Count()} packages. A test
            holds this page to both.

            Verdicts agree on **{all.Count(one => one.HasSameVerdict)} of {all.Count}**, codes on **{all.Count - differing.Length} of {all.Count}**.

            | asked of it | asked of us: `closinggap validate --profile strict` |
            |---|---|
            | `parsePackage`, `parseZip` | `--set full --depth package` |
            | `parseX` | `--set X --depth rows` |
            | `validateX` | `--set X` |
            | `referenceMode: allRows` | `--references package` |

            In a set other than full, rules between files warn: the standard has them for the whole, and the other implementation judges them
            there only. Paragraphs are those of the OneRoster 1.2 CSV binding.

            ## Where the codes differ

            | package | asked | only theirs | only ours | what decides it |
            |---|---|---|---|---|

            """);
        foreach (var one in differing)
        {
            text.Append(CultureInfo.InvariantCulture, $"| {Name(one)} | {Question(one)} | {List(one.OnlyTheirs)} | {List(one.OnlyOurs)} | {Reasons.GetValueOrDefault(one.Asked.File)} |\n");
        }

        text.Append("\n## All verdicts\n\n| package | asked | theirs | ours | codes of ours |\n|---|---|---|---|---|\n");
        foreach (var one in all)
        {
            text.Append(CultureInfo.InvariantCulture, $"| {Name(one)} | {Question(one)} | {Word(one.Asked.IsOk)} | {Word(one.IsOk)} | {List(one.Codes)} |\n");
        }

        return text.ToString();
    }

    private static string Name(Agreement one) => one.Asked.File[..^".zip".Length];

    private static string Question(Agreement one) => one.Asked.AllRows ? one.Asked.Operation + ", allRows" : one.Asked.Operation;

    private static string Word(bool isOk) => isOk ? "ok" : "err";

    private static string List(IReadOnlyList<string> codes) => string.Join(", ", codes.Select(code => $"`{code}`"));
}
