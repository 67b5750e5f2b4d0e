using System.Globalization;

namespace ClosingGap.Domain.Tests.Suppression.Adversary;

/// <summary>What was tried, what came of it, and what protection cost.</summary>
internal sealed class AttackFigures
{
    private const int BrokenTold = 20;

    private readonly List<BrokenPromise> _broken = [];
    private readonly List<BrokenPromise> _narrowed = [];
    private readonly SortedDictionary<string, long> _asked = new(StringComparer.Ordinal);

    public long Tables { get; set; }

    public long Questions { get; private set; }

    public long Undecided { get; private set; }

    public long Nodes { get; set; }

    /// <summary>Cells of all measures with students, neither small nor beside a small one in another measure: what could be shown.</summary>
    public long Showable { get; set; }

    public long StudentsShown { get; set; }

    public long PercentsShown { get; set; }

    public long Withheld { get; set; }

    /// <summary>Of withheld cells, questions whose answer was not yes: counted apart.</summary>
    public long WithheldNarrow { get; set; }

    public long Compared { get; private set; }

    public double NarrowedShare => (double)_narrowed.Count / Math.Max(1, Compared);

    public IReadOnlyList<BrokenPromise> Broken => _broken;

    public double UndecidedShare => Questions == 0 ? 0 : (double)Undecided / Questions;

    public double StudentsKept => (double)StudentsShown / Math.Max(1, Showable);

    public double PercentsKept => (double)PercentsShown / Math.Max(1, Showable);

    public double WithheldShare => (double)Withheld / Math.Max(1, Showable);

    /// <summary>Counts a question of the attack whose answer should be yes.</summary>
    public void Ask(Decision answer, BrokenPromise otherwise)
    {
        Questions++;
        _asked[otherwise.Promise] = Asked(otherwise.Promise) + 1;
        if (answer == Decision.Undecided)
        {
            Undecided++;
        }
        else if (answer == Decision.No)
        {
            _broken.Add(otherwise);
        }
    }

    /// <summary>Counts a question that no promise answers: how often more knowledge narrows a cell.</summary>
    public void Compare(Decision answer, BrokenPromise otherwise)
    {
        Questions++;
        Compared++;
        _asked[otherwise.Promise] = Asked(otherwise.Promise) + 1;
        Undecided += answer == Decision.Undecided ? 1 : 0;
        if (answer == Decision.No)
        {
            _narrowed.Add(otherwise);
        }
    }

    /// <summary>How often a promise was asked for.</summary>
    public long Asked(string promise) => _asked.GetValueOrDefault(promise);

    /// <summary>Counts what needs no attack to be seen.</summary>
    public void Hold(bool isKept, BrokenPromise otherwise)
    {
        if (!isKept)
        {
            _broken.Add(otherwise);
        }
    }

    public void Add(AttackFigures other)
    {
        Tables += other.Tables;
        Questions += other.Questions;
        Undecided += other.Undecided;
        Nodes += other.Nodes;
        Showable += other.Showable;
        StudentsShown += other.StudentsShown;
        PercentsShown += other.PercentsShown;
        Withheld += other.Withheld;
        WithheldNarrow += other.WithheldNarrow;
        Compared += other.Compared;
        _narrowed.AddRange(other._narrowed);
        foreach (var (promise, times) in other._asked)
        {
            _asked[promise] = Asked(promise) + times;
        }

        _broken.AddRange(other._broken);
    }

    /// <summary>The broken promises as text, the first of them by name; empty: all are kept.</summary>
    public string TellBroken() => Tell(_broken);

    /// <summary>What more knowledge narrows, as text; empty: nothing.</summary>
    public string TellNarrowed() => Tell(_narrowed);

    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"{Tables} tables, {Questions} questions ({string.Join(", ", _asked.Select(a => $"{a.Key} {a.Value}"))}), {Undecided} undecided, {Nodes} branches, {_broken.Count} broken promises");

    /// <summary>What protection cost.</summary>
    public string TellLoss() => string.Create(
        CultureInfo.InvariantCulture,
        $"of {Showable} cells that are not small themselves {StudentsKept:P1} keep their students and {PercentsKept:P1} their percent; {WithheldShare:P1} are withheld, of which {WithheldNarrow} questions were not answered well");

    private static string Tell(List<BrokenPromise> broken) => string.Join(
        Environment.NewLine,
        broken.GroupBy(b => b.Promise).OrderBy(g => g.Key, StringComparer.Ordinal).Select(g => $"{g.Count()} x {g.Key}").Concat(broken.OrderBy(b => b.Shape.Cells).Take(BrokenTold).Select(b => b.ToString())));
}
