namespace ClosingGap.Domain.Suppression;

/// <summary>A named rule set of disclosure suppression. Sources: docs/adr/0032.</summary>
public sealed record SuppressionRules
{
    /// <summary>The rule set's name, for reports and configuration.</summary>
    public string Name { get; init; } = "default";

    /// <summary>Privacy: a cell with fewer students is suppressed. Unit students, default 10, range 3 to 100.</summary>
    public int MinimumStudents { get; init; } = 10;

    /// <summary>Privacy: a cell with fewer outcomes, or fewer non-outcomes, is suppressed. Unit students, default 0 (no such rule), range 0 to 50.</summary>
    public int MinimumOutcomes { get; init; }

    /// <summary>Reliability: of a smaller cell no words about gaps are given; it may still be shown. Unit students, default 30, range 1 to 1,000.</summary>
    public int MinimumReliableStudents { get; init; } = 30;

    /// <summary>How far the outcomes of a suppressed cell must be uncertain. Unit students, default 2, range 1 to the minimum number of students.</summary>
    public int OutcomeWidth { get; init; } = 2;

    /// <summary>A cell without students is told to be empty. Otherwise it counts as small. Default true.</summary>
    public bool ZeroIsShown { get; init; } = true;

    /// <summary>Which cell is suppressed along with another one. Default the least loss.</summary>
    public CompanionChoice Companion { get; init; }

    /// <summary>The ranges of percent by size, the smallest size first. A smaller cell that is shown takes the first. Default after NCES 2011-603.</summary>
    public IReadOnlyList<PercentBands> Bands { get; init; } = NcesBands;

    /// <summary>How often more is suppressed for one value that an attack comes too near to, before it is withheld. Unit rounds, default 12, range 1 to 50.</summary>
    public int VerificationRounds { get; init; } = 12;

    /// <summary>The largest neighbourhood of a cell in which other tables are sought by linear programming. Unit cells, default 240, range 8 to 1,000.</summary>
    public int NeighbourhoodCells { get; init; } = 240;

    /// <summary>The same for a cell that would be withheld otherwise; it takes several times as long. Unit cells, default 480, range 8 to 1,000.</summary>
    public int LastNeighbourhoodCells { get; init; } = 480;

    /// <summary>How many cells are looked at in search of one cycle. Unit cells, default 200,000, range 100 to 10,000,000.</summary>
    public int CycleVisits { get; init; } = 200_000;

    /// <summary>At least 10 students; ranges by size after NCES 2011-603, so that small groups show no 0 and no 100 percent.</summary>
    public static SuppressionRules Default { get; } = new();

    /// <summary>New York: at least 5 students, the next smallest group goes along, and no group all of whose members have the same outcome.</summary>
    public static SuppressionRules Nysed { get; } = new()
    {
        Name = "NYSED",
        MinimumStudents = 5,
        MinimumOutcomes = 1,
        Companion = CompanionChoice.NextSmallest,
        Bands = [PercentBands.WholePercents(0, 1)],
    };

    /// <summary>The public assessment files of EDFacts: 1 to 5 students suppressed, ranges by size.</summary>
    public static SuppressionRules EdFacts { get; } = new()
    {
        Name = "EDFacts",
        MinimumStudents = 6,
        Bands =
        [
            new(0, [49, 100]),
            new(16, Fifths),
            new(31, Tenths),
            new(61, Twentieths),
            PercentBands.WholePercents(301, 1),
        ],
    };

    /// <summary>The named rule sets.</summary>
    public static IReadOnlyList<SuppressionRules> All { get; } = [Default, Nysed, EdFacts];

    private static IReadOnlyList<int> Fifths => [20, 39, 59, 79, 100];

    private static IReadOnlyList<int> Tenths => [10, 19, 29, 39, 49, 59, 69, 79, 89, 100];

    private static IReadOnlyList<int> Twentieths => [5, 9, 14, 19, 24, 29, 34, 39, 44, 49, 54, 59, 64, 69, 74, 79, 84, 89, 94, 100];

    private static IReadOnlyList<PercentBands> NcesBands =>
    [
        new(0, Fifths),
        new(21, Tenths),
        new(41, Twentieths),
        PercentBands.WholePercents(101, 2),
        PercentBands.WholePercents(201, 1),
    ];

    /// <summary>The rule set of a name, without regard to case; null when there is none.</summary>
    public static SuppressionRules? Find(string name) => All.FirstOrDefault(rules => string.Equals(rules.Name, name, StringComparison.OrdinalIgnoreCase));

    /// <summary>True when the published cell is large enough that words may be made of its gaps.</summary>
    public bool IsReliable(PublishedCell cell)
    {
        ArgumentNullException.ThrowIfNull(cell);
        return cell.Percent.IsShown && cell.Students is { Status: ValueStatus.Exact } students && students.Value >= MinimumReliableStudents;
    }

    /// <summary>True when a cell is suppressed for what it holds itself.</summary>
    internal bool IsPrimary(CountCell cell) => cell.Students == 0
        ? !ZeroIsShown
        : cell.Students < MinimumStudents || cell.Outcomes < MinimumOutcomes || cell.NonOutcomes < MinimumOutcomes;

    /// <summary>The bands for a number of students, by index.</summary>
    internal int BandsFor(long students)
    {
        var index = Bands.Count - 1;
        while (index > 0 && students < Bands[index].FromStudents)
        {
            index--;
        }

        return index;
    }
}
