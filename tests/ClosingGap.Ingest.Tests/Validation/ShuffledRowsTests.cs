using System.Globalization;
using ClosingGap.Ingest.Tests.OneRoster;
using ClosingGap.Ingest.Validation;
using FsCheck;
using FsCheck.Fluent;

namespace ClosingGap.Ingest.Tests.Validation;

public sealed class ShuffledRowsTests
{
    [Fact]
    public void Validate_SoundPackageInAnyOrder_AcceptsTheSameRows()
    {
        var seed = Environment.TickCount;
        TestContext.Current.TestOutputHelper!.WriteLine($"seed {seed}");
        var property = Prop.ForAll(
            Gen.Choose(1, 1_000_000).Two().ToArbitrary(),
            pair => HoldsAsync(pair.Item1, pair.Item2).GetAwaiter().GetResult());
        property.Check(Config.QuickThrowOnFailure.WithMaxTest(60).WithReplay((ulong)seed, 1));
    }

    private static async Task<bool> HoldsAsync(int content, int order)
    {
        var rows = Rows(new Random(content));
        var shuffled = rows.ToDictionary(table => table.Key, table => table.Value.ToArray());
        var random = new Random(order);
        foreach (var table in shuffled.Values)
        {
            random.Shuffle(table);
        }

        foreach (var conformance in Enum.GetValues<Conformance>())
        {
            var request = new ValidationRequest { Conformance = conformance };
            var plain = await Package(rows).ValidateAsync(request);
            var other = await Package(shuffled).ValidateAsync(request, reversed: true);
            if (plain.Findings.All.Count + other.Findings.All.Count > 0
                || rows.Keys.Any(table => plain.Sink.Rows[table].Count != rows[table].Length)
                || rows.Keys.Any(table => !plain.Sink.Sorted(table).SequenceEqual(other.Sink.Sorted(table))))
            {
                return false;
            }
        }

        return true;
    }

    private static TestPackage Package(Dictionary<string, string[]> rows) =>
        rows.Aggregate(new TestPackage(), (package, table) => package.Table(table.Key, "1.1", table.Value)).Manifest();

    /// <summary>A package of random size: each record points to records that exist, parents and agents included.</summary>
    private static Dictionary<string, string[]> Rows(Random random)
    {
        var (schools, courses, classes, users) = (random.Next(1, 4), random.Next(1, 5), random.Next(1, 6), random.Next(2, 20));
        return new Dictionary<string, string[]>
        {
            ["orgs"] = ["d,,,District,district,,", .. Make(schools, n => $"s{n},,,School,school,,d")],
            ["academicSessions"] = ["y,,,Year,schoolYear,2024-08-01,2025-06-01,,2025", .. Make(3, n => $"t{n},,,Term,term,2024-08-01,2025-01-10,y,2025")],
            ["courses"] = Make(courses, n => $"c{n},,,y,Course,,\"09,10\",d,,"),
            ["classes"] = Make(classes, n => $"k{n},,,Class,09,c{random.Next(courses)},,scheduled,,s{random.Next(schools)},\"t0,t{random.Next(1, 3)}\",,,"),
            ["users"] = Make(users, n => $"u{n},,,true,s{random.Next(schools)},student,n{n},,G,F,,,,,,{(n > 0 ? $"u{random.Next(users)}" : string.Empty)},09,"),
            ["enrollments"] = Make(random.Next(1, 60), n => $"e{n},,,k{random.Next(classes)},s{random.Next(schools)},u{random.Next(users)},student,,,"),
        };

        static string[] Make(int count, Func<int, FormattableString> row) =>
            [.. Enumerable.Range(0, count).Select(number => row(number).ToString(CultureInfo.InvariantCulture))];
    }
}
