namespace ClosingGap.LocalRuntime.Durable.Store;

/// <summary>Carries out, inside the episode's transaction, what the orchestrator asked for.</summary>
internal static class EpisodeActions
{
    public static void Apply(SqlSession session, StoreEffects effects, InstanceRow instance, EpisodeOutcome outcome)
    {
        foreach (var action in outcome.Actions)
        {
            switch (action.Kind)
            {
                case HistoryKind.TaskScheduled:
                    session.Execute(
                        "INSERT INTO activities(instance_key, execution, task_id, name, input) VALUES($1, $2, $3, $4, $5)",
                        instance.Key,
                        instance.Execution,
                        action.TaskId,
                        action.Name,
                        action.Payload);
                    effects.ActivitiesAdded = true;
                    break;
                case HistoryKind.TimerCreated when outcome.Next is null:
                    var fired = new HistoryRecord(HistoryKind.TimerFired, action.FireAt) { TaskId = action.TaskId };
                    Inbox.Add(session, effects, instance.Key, instance.Execution, fired, outcome.At, action.FireAt);
                    break;
                case HistoryKind.ChildScheduled:
                    StartChild(session, effects, instance, action, outcome.At);
                    break;
                case HistoryKind.EventSent:
                    SendEvent(session, effects, action, outcome.At);
                    break;
            }
        }

        foreach (var timer in outcome.CancelledTimers)
        {
            session.Execute(
                "DELETE FROM inbox WHERE instance_key = $1 AND execution = $2 AND kind = $3 AND task_id = $4",
                instance.Key,
                instance.Execution,
                (int)HistoryKind.TimerFired,
                timer);
        }
    }

    private static void StartChild(SqlSession session, StoreEffects effects, InstanceRow parent, EpisodeAction action, DateTime now)
    {
        var existing = InstanceRow.Find(session, action.Target!);
        if (existing is { IsFinal: false })
        {
            var failure = FailureFactory.Coded(
                DurableErrorCodes.AlreadyExists,
                $"An instance of the id given to the sub-orchestration '{action.Name}' is still running. Give it an id of its own.");
            var refused = new HistoryRecord(HistoryKind.ChildFailed, now) { TaskId = action.TaskId, Name = action.Name, Failure = failure };
            Inbox.Add(session, effects, parent.Key, parent.Execution, refused, now);
            return;
        }

        if (existing is not null)
        {
            InstanceChanges.Delete(session, effects, existing, recursive: false);
        }

        var link = new ParentLink(parent.Key, parent.Execution, action.TaskId, new(parent.Name, parent.Id));
        var child = new NewInstance(action.Target!, action.Name!, action.Version ?? string.Empty, action.Payload, now) { Parent = link };
        InstanceChanges.Create(session, effects, child, now);
    }

    private static void SendEvent(SqlSession session, StoreEffects effects, EpisodeAction action, DateTime now)
    {
        // An event for an unknown or finished instance is dropped, as one raised by a client is.
        if (InstanceRow.Find(session, action.Target!) is { IsFinal: false } target)
        {
            var message = new HistoryRecord(HistoryKind.EventRaised, now) { Name = action.Name, Payload = action.Payload };
            Inbox.Add(session, effects, target.Key, Inbox.AnyExecution, message, now);
        }
    }
}
