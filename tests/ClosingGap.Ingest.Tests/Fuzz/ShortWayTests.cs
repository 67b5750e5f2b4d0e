using System.Globalization;
using ClosingGap.Ingest.Canonical;
using ClosingGap.Ingest.Csv;
using ClosingGap.Ingest.Packages;
using ClosingGap.Ingest.Tests.OneRoster;
using ClosingGap.Ingest.Validation;

namespace ClosingGap.Ingest.Tests.Fuzz;

/// <summary>Rows that are in order take a short way through validation. What comes out must be what the long way gives.</summary>
public sealed class ShortWayTests(ITestOutputHelper output)
{
    private const int Students = 40;

    /// <summary>So many that their results fill several of the blocks in which files are read.</summary>
    private const int ManyStudents = 2_500;

    /// <summary>A large package is validated in the time of this many small ones.</summary>
    private const int CasesOfMany = 60;

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Validate_ASoundPackage_ShortAndLongWayGiveTheSame(bool isDelta)
    {
        foreach (var conformance in Enum.GetValues<Conformance>())
        {
            var (shortWay, longWay) = await BothAsync(Drop(isDelta, Students).ToZip(), conformance);
            Assert.Equal(longWay, shortWay);
            Assert.Contains("results 240", shortWay, StringComparison.Ordinal);
        }
    }

    [Fact]
    public Task Validate_SpoiledPackages_ShortAndLongWayGiveTheSame() => CompareAsync(Students, casesOfOne: 1);

    [Fact]
    public Task Validate_SpoiledPackagesOfManyBlocks_ShortAndLongWayGiveTheSame() => CompareAsync(ManyStudents, CasesOfMany);

    private async Task CompareAsync(int students, int casesOfOne)
    {
        var cases = int.Parse(Environment.GetEnvironmentVariable("CLOSINGGAP_WAY_CASES") ?? "600", CultureInfo.InvariantCulture) / casesOfOne;
        var seed = int.Parse(Environment.GetEnvironmentVariable("CLOSINGGAP_SEED") ?? Random.Shared.Next(1 << 30).ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"CLOSINGGAP_SEED={seed}, {cases} cases"));
        for (var number = 0; number < cases; number++)
        {
            var random = new Random(seed + number);
            var drop = Drop(isDelta: random.Next(4) == 0, students);
            for (var changes = random.Next(1, 5); changes > 0; changes--)
            {
                FuzzMutation.Apply(drop, random.Next());
            }

            foreach (var conformance in Enum.GetValues<Conformance>())
            {
                var (shortWay, longWay) = await BothAsync(drop.ToZip(), conformance);
                var name = string.Create(CultureInfo.InvariantCulture, $"CLOSINGGAP_SEED={seed + number}, {conformance}");
                Assert.True(shortWay == longWay, name);
                Assert.True(await SortedAsync(drop.ToZip(), conformance, new RecordingSink()) == await SortedAsync(drop.ToZip(), conformance, new ForgettingSink()), name);
            }
        }
    }

    private static async Task<(string ShortWay, string LongWay)> BothAsync(byte[] zip, Conformance conformance) =>
        (await ValidateAsync(zip, conformance, takesLongWay: false), await ValidateAsync(zip, conformance, takesLongWay: true));

    /// <summary>All that a validation gives, as one text.</summary>
    private static async Task<string> ValidateAsync(byte[] zip, Conformance conformance, bool takesLongWay)
    {
        var sink = new RecordingSink();
        var (outcome, findings, _) = await RunAsync(zip, conformance, takesLongWay, sink);
        var tables = sink.Rows.Select(table => $"{table.Key} {table.Value.Count}\n" + string.Join('\n', table.Value.Select(row => $"{string.Join('|', row.Cells)} {row.Deleted}")));
        return string.Join('\n', [outcome, .. findings, .. tables]);
    }

    /// <summary>What a validation finds, whether or not it finds it in the order of the rows; of one that is broken off, where that was.</summary>
    private static async Task<string> SortedAsync(byte[] zip, Conformance conformance, ICanonicalSink sink)
    {
        var (outcome, findings, isRefused) = await RunAsync(zip, conformance, takesLongWay: false, sink);
        return isRefused ? outcome : string.Join('\n', findings.Order(StringComparer.Ordinal).Prepend(outcome));
    }

    private static async Task<(string Outcome, IReadOnlyList<string> Findings, bool IsRefused)> RunAsync(byte[] zip, Conformance conformance, bool takesLongWay, ICanonicalSink sink)
    {
        var findings = new Findings();
        var outcome = string.Empty;
        var isRefused = false;
        try
        {
            await using var package = await ZipPackage.OpenAsync(new MemoryStream(zip), cancellationToken: TestContext.Current.CancellationToken);
            var request = new ValidationRequest { Conformance = conformance, TakesLongWay = takesLongWay, Csv = new CsvOptions { MaxRecordChars = 8_192 } };
            var result = await PackageValidator.ValidateAsync(package, request, findings, sink, TestContext.Current.CancellationToken);
            outcome = string.Join('\n', result.Files) + "\nyears " + string.Join(',', result.SchoolYears);
        }
        catch (PackageRefusedException refused)
        {
            (outcome, isRefused) = (refused.Code, true);
        }

        return (outcome, [.. findings.All.Select(finding => finding with { Rows = null }).Select(finding => finding.ToString())], isRefused);
    }

    private static FuzzDrop Drop(bool isDelta, int students)
    {
        var life = isDelta ? "active,2025-01-02T03:04:05.678Z" : ",";
        var package = new TestPackage()
            .Table("orgs", "1.2", $"s1,{life},School,school,,")
            .Table("academicSessions", "1.2", $"y1,{life},Year,schoolYear,2024-08-01,2025-06-01,,2025", $"t1,{life},Fall,term,2024-08-01,2024-12-20,y1,2025")
            .Table("courses", "1.2", $"c1,{life},y1,Algebra,,09,s1,,")
            .Table("classes", "1.2", $"k1,{life},Algebra 1,09,c1,,scheduled,,s1,t1,,,")
            .Table("users", "1.2", [.. Numbers(students).Select(n => $"u{n},{life},true,user{n},{{LDAP:{n}}},Given,\"Family, {n % 3}\",,,,,,,{9 + (n % 4):00},,,,,,,s1,")])
            .Table("roles", "1.2", [.. Numbers(students).Select(n => $"r{n},{life},u{n},primary,{(n % 10 == 0 ? "teacher" : "student")},2024-08-01,,s1,")])
            .Table("enrollments", "1.2", [.. Numbers(students).Select(n => $"e{n},{life},k1,s1,u{n},student,,2024-08-01,")])
            .Table("demographics", "1.2", [.. Numbers(students).Select(n => $"u{n},{life},2010-01-{(n % 28) + 1:00},female,false,false,false,false,true,false,false,,,,")])
            .Table("categories", "1.2", $"cat1,{life},Homework,50")
            .Table("lineItems", "1.2", [.. Numbers(6).Select(n => $"l{n},{life},Essay {n},,2024-09-01,2024-09-08,k1,cat1,t1,0,10,s1")])
            .Table("results", "1.2", [.. Numbers(students * 6).Select(n => $"x{n},{life},l{n % 6},u{n / 6},fully graded,{n % 10}.5,2024-09-09,\"Good, work\",,k1,false,false,,false")])
            .Table("attendance", "1.2", [.. Numbers(students * 4).Select(n => $"u{n / 4},s1,,2024-09-{(n % 4) + 2:00},{(n % 3 == 0 ? "Excused Absence" : "Tardy")},,{(n % 2 == 0 ? "1" : "0.5")},")])
            .Table("gradingPeriodGrades", "1.2", [.. Numbers(students).Select(n => $"u{n},k1,t1,Grading Period,{(n % 2 == 0 ? "A" : "")},{(n % 2 == 0 ? "" : "88.5")},")])
            .Manifest("1.2", isDelta ? "delta" : "bulk");
        return new FuzzDrop { Files = [.. package.Files] };
    }

    private static IEnumerable<int> Numbers(int count) => Enumerable.Range(0, count);
}
