using DurableTask.Core.Exceptions;
using Microsoft.DurableTask.Client;

namespace ClosingGap.LocalRuntime.Durable.Store;

/// <summary>What clients do to instances; each operation is one transaction.</summary>
internal sealed class InstanceStore(DurableDatabase database)
{
    private const int PurgeBatch = 100;

    /// <param name="instance">What to create.</param>
    /// <param name="refusedIn">Statuses in which an existing instance of the id stays and the start is refused.</param>
    /// <exception cref="OrchestrationAlreadyExistsException">It is in one of these.</exception>
    public void Create(NewInstance instance, IReadOnlySet<OrchestrationRuntimeStatus> refusedIn) => database.Write((session, effects) =>
    {
        if (InstanceRow.Find(session, instance.Id) is { } existing)
        {
            if (refusedIn.Contains(existing.Status))
            {
                throw new OrchestrationAlreadyExistsException(
                    $"An orchestration instance of id '{instance.Id}' exists and is {existing.Status}. Treat it as started, or use another id.");
            }

            if (!existing.IsFinal)
            {
                InstanceChanges.Terminate(session, effects, existing, null, recursive: false, instance.CreatedAt);
            }

            InstanceChanges.Delete(session, effects, existing, recursive: false);
        }

        return InstanceChanges.Create(session, effects, instance, instance.CreatedAt);
    });

    /// <summary>False when there is no unfinished instance to take the event.</summary>
    public bool RaiseEvent(string instanceId, string name, string? payload, DateTime now) => database.Write((session, effects) =>
    {
        if (InstanceRow.Find(session, instanceId) is not { IsFinal: false } instance)
        {
            return false;
        }

        var message = new HistoryRecord(HistoryKind.EventRaised, now) { Name = name, Payload = payload };
        Inbox.Add(session, effects, instance.Key, Inbox.AnyExecution, message, now);
        return true;
    });

    /// <summary>Ends an unfinished instance. Null when there is no such instance, false when it had ended.</summary>
    public bool? Terminate(string instanceId, string? output, bool recursive, DateTime now) => Change(instanceId, (session, effects, instance) =>
        InstanceChanges.Terminate(session, effects, instance, output, recursive, now));

    public bool? Suspend(string instanceId, DateTime now) => Change(instanceId, (session, effects, instance) =>
    {
        SetStatus(session, instance, OrchestrationRuntimeStatus.Suspended, now);
        effects.Changed.Add(instance.Id);
    });

    public bool? Resume(string instanceId, DateTime now) => Change(instanceId, (session, effects, instance) =>
    {
        if (instance.Status == OrchestrationRuntimeStatus.Suspended)
        {
            SetStatus(session, instance, OrchestrationRuntimeStatus.Running, now);
            effects.Changed.Add(instance.Id);
            effects.Ready.Add(instance.Key);
        }
    });

    /// <summary>Deletes a finished instance; returns how many went.</summary>
    public int Purge(string instanceId, bool recursive) => database.Write((session, effects) =>
        InstanceRow.Find(session, instanceId) is { IsFinal: true } instance
            ? InstanceChanges.Delete(session, effects, instance, recursive)
            : 0);

    /// <summary>Deletes some finished instances that match; 0 when none is left.</summary>
    public int PurgeSome(InstanceFilter filter, bool recursive) => database.Write((session, effects) =>
        InstanceQueries.Rows(session, filter, PurgeBatch)
            .Where(row => row.IsFinal)
            .Sum(row => InstanceChanges.Delete(session, effects, row, recursive)));

    private static void SetStatus(SqlSession session, InstanceRow instance, OrchestrationRuntimeStatus status, DateTime now) =>
        session.Execute(
            "UPDATE instances SET status = $2, updated_at = $3 WHERE instance_key = $1", instance.Key, (int)status, now.Ticks);

    private bool? Change(string instanceId, Action<SqlSession, StoreEffects, InstanceRow> change) => database.Write<bool?>((session, effects) =>
    {
        if (InstanceRow.Find(session, instanceId) is not { } instance)
        {
            return null;
        }

        if (!instance.IsFinal)
        {
            change(session, effects, instance);
        }

        return !instance.IsFinal;
    });
}
