using System.Globalization;

namespace ClosingGap.Domain.Tests.Suppression.Adversary;

/// <summary>What was tried, what came of it, and what protection cost.</summary>
internal sealed class AttackFigures
{
    private const int BrokenTold = 20;

    private readonly List<BrokenPromise> _broken = [];

    public long Tables { get; set; }

    public long Questions { get; private set; }

    public long Undecided { get; private set; }

    public long Nodes { get; set; }

    /// <summary>Cells of all measures with students, neither small nor beside a small one in another measure: what could be shown.</summary>
    public long Showable { get; set; }

    public long StudentsShown { get; set; }

    public long PercentsShown { get; set; }

    public long Withheld { get; set; }

    public IReadOnlyList<BrokenPromise> Broken => _broken;

    public double UndecidedShare => Questions == 0 ? 0 : (double)Undecided / Questions;

    public double StudentsKept => (double)StudentsShown / Math.Max(1, Showable);

    public double PercentsKept => (double)PercentsShown / Math.Max(1, Showable);

    public double WithheldShare => (double)Withheld / Math.Max(1, Showable);

    /// <summary>Counts a question of the attack whose answer should be yes.</summary>
    public void Ask(Decision answer, Func<BrokenPromise> broken)
    {
        Questions++;
        if (answer == Decision.Undecided)
        {
            Undecided++;
        }
        else if (answer == Decision.No)
        {
            _broken.Add(broken());
        }
    }

    /// <summary>Counts what needs no attack to be seen.</summary>
    public void Hold(bool isKept, Func<BrokenPromise> broken)
    {
        if (!isKept)
        {
            _broken.Add(broken());
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
        _broken.AddRange(other._broken);
    }

    /// <summary>The broken promises as text, the first of them by name; empty: all are kept.</summary>
    public string TellBroken() => _broken.Count == 0
        ? string.Empty
        : string.Join(
            Environment.NewLine,
            _broken.GroupBy(b => b.Promise).OrderBy(g => g.Key, StringComparer.Ordinal).Select(g => $"{g.Count()} x {g.Key}").Concat(_broken.OrderBy(b => b.Shape.Cells).Take(BrokenTold).Select(b => b.ToString())));

    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"{Tables} tables, {Questions} questions, {Undecided} undecided, {Nodes} branches, {_broken.Count} broken promises; of cells that are not small themselves {StudentsKept:P1} keep their students and {PercentsKept:P1} their percent, {WithheldShare:P1} are withheld");
}
