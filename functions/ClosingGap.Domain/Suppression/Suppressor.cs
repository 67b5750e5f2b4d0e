using ClosingGap.Domain.Suppression.Marking;
using ClosingGap.Domain.Suppression.Verification;

namespace ClosingGap.Domain.Suppression;

/// <summary>
/// Disclosure suppression of published tables: primary, then complementary in all lines, then attacked until every value is shown to be protected or withheld.
/// What is promised, and against whom, stands in docs/adr/0032. The same input gives the same output.
/// </summary>
public static class Suppressor
{
    /// <summary>Protects tables that are published together.</summary>
    /// <param name="tables">The true counts with all identities that a reader may use.</param>
    /// <param name="rules">The rule set.</param>
    /// <param name="earlier">Releases that can still be had; null for none.</param>
    /// <param name="cancellationToken">Ends the work between two cells.</param>
    /// <exception cref="ArgumentException">The rule set is out of its ranges, or the tables do not fit together; the message begins with a stable code.</exception>
    public static SuppressedTables Protect(
        CountTables tables, SuppressionRules rules, IReadOnlyList<EarlierRelease>? earlier = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(tables);
        ArgumentNullException.ThrowIfNull(rules);
        if (SuppressionRulesCheck.Check(rules) is [var error, ..])
        {
            throw new ArgumentException($"{error.Code}: {error.Path}: {error.Problem} {error.Fix}", nameof(rules));
        }

        CountTablesCheck.Check(tables, earlier ?? []);
        if (tables.Measures.Count == 0)
        {
            return new([], new(tables.CellCount, 0, 0, 0, 0, 1, [], []));
        }

        return new SuppressionRun(tables, rules, earlier ?? []).Protect(cancellationToken);
    }
}
