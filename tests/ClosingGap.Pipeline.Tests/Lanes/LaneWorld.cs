using ClosingGap.Pipeline.Drops;
using ClosingGap.Pipeline.Lanes;

namespace ClosingGap.Pipeline.Tests.Lanes;

/// <summary>Many drops around one lane, as their records see it: every step checks what must never be otherwise.</summary>
internal sealed class LaneWorld(IReadOnlyList<LaneEntry> drops)
{
    private readonly Life[] _lives = [.. drops.Select(_ => new Life())];
    private readonly List<(int Drop, int Attempt)> _left = [];
    private long _newestEpoch;

    public Lane Lane { get; private set; } = new();

    public void Do(int kind, int drop)
    {
        switch (kind)
        {
            case 0 or 1: Enter(drop); break;
            case 2: Restart(drop); break;
            case 3: Leave(DropState.Published); break;
            case 4: Leave(DropState.Held); break;
            case 5: Leave(DropState.Rejected); break;
            case 6: Discard(drop); break;
            case 7: Release(drop); break;
            default: LeaveAgain(drop); break;
        }

        Check();
    }

    /// <summary>Lets everything that can go on go on, as the sweep does; then every drop has ended or waits for a reason.</summary>
    public void DrainAndCheck()
    {
        for (var round = 0; round < drops.Count * 6; round++)
        {
            for (var drop = 0; drop < drops.Count; drop++)
            {
                if (_lives[drop] is { Arrived: true, State: DropState.Received or DropState.Validating })
                {
                    Enter(drop);
                }
            }

            Leave(DropState.Published);
            Apply(LaneRules.Free(Lane, LaneOutcome.Waiting, []));
            Check();
        }

        Assert.Null(Lane.Holder);
        for (var drop = 0; drop < drops.Count; drop++)
        {
            var life = _lives[drop];
            if (!life.Arrived || life.State.IsFinal() || life.State == DropState.Held)
            {
                continue;
            }

            Assert.Equal(DropState.Queued, life.State);
            Assert.Contains(Lane.Queue, entry => entry.DropId == drops[drop].DropId);
            var held = Lane.Source(drops[drop].Source).Held;
            Assert.NotNull(held);
            Assert.Equal(DropState.Held, LifeOf(held.DropId).State);
        }
    }

    private void Enter(int drop)
    {
        var life = _lives[drop];
        life.Arrived = true;
        if (life.State.IsFinal() || life.State == DropState.Held)
        {
            return;
        }

        var before = Lane.Holder;
        var step = LaneRules.Enter(Lane, drops[drop], life.Attempt);
        switch (step.Outcome)
        {
            case LaneOutcome.Granted:
                Assert.True(step.Lane.IsHeldBy(drops[drop].DropId, life.Attempt, step.Epoch));
                Assert.True(step.Epoch > _newestEpoch || before!.Epoch == step.Epoch);
                _newestEpoch = Math.Max(_newestEpoch, step.Epoch);
                life.State = DropState.Validating;
                break;
            case LaneOutcome.Waiting:
                life.State = DropState.Queued;
                break;
            case LaneOutcome.Superseded:
                Assert.Contains(drops[drop].DropId, step.Superseded);
                break;
            default:
                Assert.Fail("The newest attempt is never stale.");
                break;
        }

        Apply(step);
    }

    private void Restart(int drop)
    {
        var life = _lives[drop];
        if (life.Arrived && !life.State.IsFinal() && life.State != DropState.Held)
        {
            life.Attempt++;
            Enter(drop);
        }
    }

    private void Leave(DropState end)
    {
        if (Lane.Holder is not { } holder || LifeOf(holder.Entry.DropId) is not { } life || life.Attempt != holder.Attempt)
        {
            return;
        }

        life.State = end;
        _left.Add((IndexOf(holder.Entry.DropId), holder.Attempt));
        Apply(LaneRules.Leave(Lane, holder.Entry.DropId, holder.Attempt, end));
    }

    /// <summary>An activity may run twice, at any time later.</summary>
    private void LeaveAgain(int number)
    {
        if (_left.Count > 0)
        {
            var (drop, attempt) = _left[number % _left.Count];
            Apply(LaneRules.Leave(Lane, drops[drop].DropId, attempt, _lives[drop].State));
        }
    }

    private void Release(int drop)
    {
        if (_lives[drop] is { State: DropState.Held } life)
        {
            life.State = DropState.Received;
            life.Attempt++;
        }
    }

    private void Discard(int drop)
    {
        if (_lives[drop].State.IsWaiting())
        {
            _lives[drop].State = DropState.Discarded;
            Apply(LaneRules.Discard(Lane, drops[drop].Source, drops[drop].DropId));
        }
    }

    private void Apply(LaneStep step)
    {
        Lane = step.Lane;
        foreach (var id in step.Superseded)
        {
            var older = drops[IndexOf(id)];
            Assert.True(older.AllBulk, "A delta is never superseded.");
            Assert.Contains(drops.Where((_, i) => _lives[i].Arrived), other => other.Supersedes(older)
                && (other.LastModified, other.DropId).CompareTo((older.LastModified, older.DropId)) > 0);
            LifeOf(id).State = LifeOf(id).State.IsFinal() ? LifeOf(id).State : DropState.Superseded;
        }

        if (step.Next is { } next)
        {
            Assert.Null(step.Lane.Holder);
            Assert.Contains(step.Lane.Queue, entry => entry.DropId == next);
            var life = LifeOf(next);
            Assert.False(life.State.IsFinal(), "A drop that has ended gets no turn.");
            life.Attempt++;
            life.State = DropState.Received;
        }
    }

    private void Check()
    {
        Assert.Equal(Lane.Queue.OrderBy(entry => entry.LastModified).ThenBy(entry => entry.DropId, StringComparer.Ordinal), Lane.Queue);
        Assert.Equal(Lane.Queue.Count, Lane.Queue.DistinctBy(entry => entry.DropId).Count());
        Assert.Equal(_newestEpoch, Lane.Epoch);
        Assert.DoesNotContain(Lane.Queue, entry => entry.DropId == Lane.Holder?.Entry.DropId);
        for (var drop = 0; drop < drops.Count; drop++)
        {
            if (_lives[drop].State == DropState.Queued)
            {
                Assert.Contains(Lane.Queue, entry => entry.DropId == drops[drop].DropId);
            }
        }
    }

    private Life LifeOf(string id) => _lives[IndexOf(id)];

    private int IndexOf(string id) => drops.ToList().FindIndex(entry => entry.DropId == id);

    private sealed class Life
    {
        public bool Arrived { get; set; }

        public DropState State { get; set; }

        public int Attempt { get; set; } = 1;
    }
}
