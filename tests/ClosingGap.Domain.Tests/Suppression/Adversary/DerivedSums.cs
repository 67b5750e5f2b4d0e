namespace ClosingGap.Domain.Tests.Suppression.Adversary;

/// <summary>
/// Equations that follow from those of a system, by elimination: two lines that share most of their parts say something about the few
/// that they do not share. They change no answer, and let a search see sooner that it has gone wrong.
/// </summary>
internal static class DerivedSums
{
    private const long MostWeight = 1000;

    /// <summary>Adds what is left of the equations between the unknowns of one kind that are still open.</summary>
    public static void Add(IntegerSystem system, Func<int, bool> isOfKind)
    {
        var rows = system.Sums
            .Where(s => s.Low == s.High && s.Unknowns.All(u => isOfKind(u) || system.Low(u) == system.High(u)))
            .Select(s => Row(system, s))
            .Where(r => r.Weights.Count > 0)
            .ToList();
        var given = rows.Select(Key).ToHashSet(StringComparer.Ordinal);
        var done = new List<(Dictionary<int, long> Weights, long Value)>();
        while (rows.Count > 0)
        {
            // The shortest first, so that what follows stays short.
            var row = rows.MinBy(r => r.Weights.Count);
            rows.Remove(row);
            var pivot = row.Weights.Keys.OrderBy(u => rows.Count(r => r.Weights.ContainsKey(u))).ThenBy(u => u).First();
            Eliminate(rows, row, pivot);
            Eliminate(done, row, pivot);
            rows.RemoveAll(r => r.Weights.Count == 0);
            done.Add(row);
        }

        foreach (var row in done.Where(r => r.Weights.Count > 0 && r.Weights.Values.All(w => Math.Abs(w) <= MostWeight) && given.Add(Key(r))))
        {
            system.AddSum([.. row.Weights.OrderBy(w => w.Key).Select(w => (w.Key, w.Value))], row.Value, row.Value);
        }
    }

    private static (Dictionary<int, long> Weights, long Value) Row(IntegerSystem system, IntegerSum sum)
    {
        var weights = new Dictionary<int, long>();
        var value = sum.Low;
        for (var i = 0; i < sum.Unknowns.Length; i++)
        {
            var unknown = sum.Unknowns[i];
            if (system.Low(unknown) == system.High(unknown))
            {
                value -= sum.Weights[i] * system.Low(unknown);
            }
            else
            {
                weights[unknown] = sum.Weights[i];
            }
        }

        return (weights, value);
    }

    private static void Eliminate(List<(Dictionary<int, long> Weights, long Value)> rows, (Dictionary<int, long> Weights, long Value) by, int pivot)
    {
        for (var i = 0; i < rows.Count; i++)
        {
            if (!rows[i].Weights.TryGetValue(pivot, out var weight))
            {
                continue;
            }

            var (times, minus) = (by.Weights[pivot], weight);
            var weights = rows[i].Weights.Keys.Union(by.Weights.Keys)
                .Select(u => (Unknown: u, Weight: checked((times * rows[i].Weights.GetValueOrDefault(u)) - (minus * by.Weights.GetValueOrDefault(u)))))
                .Where(w => w.Weight != 0)
                .ToDictionary(w => w.Unknown, w => w.Weight);
            var value = checked((times * rows[i].Value) - (minus * by.Value));
            var divisor = weights.Values.Append(value).Where(v => v != 0).Select(Math.Abs).Aggregate(0L, Gcd);
            rows[i] = divisor <= 1 ? (weights, value) : (weights.ToDictionary(w => w.Key, w => w.Value / divisor), value / divisor);
        }
    }

    private static long Gcd(long a, long b) => b == 0 ? a : Gcd(b, a % b);

    private static string Key((Dictionary<int, long> Weights, long Value) row)
    {
        var sign = row.Weights.MinBy(w => w.Key).Value < 0 ? -1 : 1;
        return string.Join(' ', row.Weights.OrderBy(w => w.Key).Select(w => FormattableString.Invariant($"{w.Key}:{w.Value * sign}")));
    }
}
