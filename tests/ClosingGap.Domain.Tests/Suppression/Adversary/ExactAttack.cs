using ClosingGap.Domain.Suppression;

namespace ClosingGap.Domain.Tests.Suppression.Adversary;

/// <summary>
/// What a reader can find out of one measure by whole-number reasoning alone: the least and the greatest that a cell can be, over all
/// tables that agree with everything published. Every table found is kept, so that most questions are answered by one of them.
/// </summary>
internal sealed class ExactAttack
{
    private readonly AttackModel _model;
    private readonly TableSearch _search;
    private readonly IReadOnlyList<long>[] _lowest;
    private readonly IReadOnlyList<long>[] _highest;

    /// <param name="known">A table that is known to agree with what is published, in the order of <see cref="AttackModel.Truth"/>: saves time, changes no answer.</param>
    /// <param name="beside">Other measures that are known to judge the same students.</param>
    public ExactAttack(
        IReadOnlyList<AdditiveLine> lines,
        IReadOnlyList<PublishedCell> published,
        EarlierKnowledge? earlier = null,
        AttackOptions? options = null,
        IReadOnlyList<long>? known = null,
        IReadOnlyList<PublishedMeasure>? beside = null)
    {
        options ??= new AttackOptions();
        _model = new AttackModel(lines, published, earlier, beside ?? [], options);
        IsPossible = _model.System.NarrowAll() && _model.Derive();
        _search = new TableSearch(_model.System, options.Nodes);
        _lowest = new IReadOnlyList<long>[_model.System.Unknowns];
        _highest = new IReadOnlyList<long>[_model.System.Unknowns];
        if (!IsPossible)
        {
            return;
        }

        var near = known ?? [.. Enumerable.Range(0, _model.System.Unknowns).Select(_model.System.Low)];
        var first = _search.Exists(0, _model.System.Low(0), _model.System.High(0), near);
        IsPossible = first == Decision.Yes;
        IsUndecided = first == Decision.Undecided;
        if (IsPossible)
        {
            Keep(_search.Found);
            AgreesWithKnown = known is null || known.SequenceEqual(_search.Found);
        }
    }

    /// <summary>Whether any table agrees with what is published.</summary>
    public bool IsPossible { get; }

    /// <summary>Whether not even that could be decided.</summary>
    public bool IsUndecided { get; }

    /// <summary>Whether the given table is among those that agree.</summary>
    public bool AgreesWithKnown { get; }

    public long Nodes => _search.Nodes;

    /// <summary>Can a cell's greatest and least be this far apart?</summary>
    public Decision Spans(int cell, Quantity quantity, long width)
    {
        var unknown = _model.Of(cell, quantity);
        if (_highest[unknown][unknown] - _lowest[unknown][unknown] >= width)
        {
            return Decision.Yes;
        }

        if (_model.System.High(unknown) - _model.System.Low(unknown) < width)
        {
            return Decision.No;
        }

        var isSure = Raise(unknown, _lowest[unknown][unknown] + width);
        if (_highest[unknown][unknown] - _lowest[unknown][unknown] >= width)
        {
            return Decision.Yes;
        }

        isSure &= Lower(unknown, _highest[unknown][unknown] - width);
        return _highest[unknown][unknown] - _lowest[unknown][unknown] >= width ? Decision.Yes : isSure ? Decision.No : Decision.Undecided;
    }

    /// <summary>The least and the greatest a cell can be. IsSure: no further one was left undecided.</summary>
    public (long Least, long Greatest, bool IsSure) Bounds(int cell, Quantity quantity)
    {
        var unknown = _model.Of(cell, quantity);
        var isSure = Raise(unknown, _model.System.High(unknown)) & Lower(unknown, _model.System.Low(unknown));
        return (_lowest[unknown][unknown], _highest[unknown][unknown], isSure);
    }

    /// <summary>Finds the greatest up to a goal by halving. False: something was undecided.</summary>
    private bool Raise(int unknown, long goal)
    {
        var isSure = true;
        goal = Math.Min(goal, _model.System.High(unknown));
        for (var aim = goal; _highest[unknown][unknown] < goal; aim = _highest[unknown][unknown] + ((goal - _highest[unknown][unknown] + 1) / 2))
        {
            var answer = _search.Exists(unknown, aim, _model.System.High(unknown), _highest[unknown]);
            isSure &= answer != Decision.Undecided;
            if (answer == Decision.Yes)
            {
                Keep(_search.Found);
            }
            else
            {
                goal = aim - 1;
                Learn(answer, unknown, long.MinValue, goal);
            }
        }

        return isSure;
    }

    private bool Lower(int unknown, long goal)
    {
        var isSure = true;
        goal = Math.Max(goal, _model.System.Low(unknown));
        for (var aim = goal; _lowest[unknown][unknown] > goal; aim = _lowest[unknown][unknown] - ((_lowest[unknown][unknown] - goal + 1) / 2))
        {
            var answer = _search.Exists(unknown, _model.System.Low(unknown), aim, _lowest[unknown]);
            isSure &= answer != Decision.Undecided;
            if (answer == Decision.Yes)
            {
                Keep(_search.Found);
            }
            else
            {
                goal = aim + 1;
                Learn(answer, unknown, goal, long.MaxValue);
            }
        }

        return isSure;
    }

    /// <summary>What no table has is never asked again.</summary>
    private void Learn(Decision answer, int unknown, long low, long high)
    {
        if (answer == Decision.No)
        {
            _model.System.Hold(unknown, low, high);
        }
    }

    private void Keep(IReadOnlyList<long> table)
    {
        for (var unknown = 0; unknown < _lowest.Length; unknown++)
        {
            if (_lowest[unknown] is null || table[unknown] < _lowest[unknown][unknown])
            {
                _lowest[unknown] = table;
            }

            if (_highest[unknown] is null || table[unknown] > _highest[unknown][unknown])
            {
                _highest[unknown] = table;
            }
        }
    }
}
