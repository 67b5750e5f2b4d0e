using ClosingGap.Pipeline.Drops;

namespace ClosingGap.Pipeline.Webhooks;

/// <summary>A receipt on its way to a district's webhook, as it lies in the outbox. It is removed when the address took it, or when it is given up.</summary>
/// <param name="Id">The delivery's id: the same for every try.</param>
/// <param name="DropId">The drop.</param>
/// <param name="District">The district.</param>
/// <param name="Attempt">The attempt of the drop.</param>
/// <param name="State">The state that the receipt tells.</param>
/// <param name="Body">The receipt as it is sent: JSON.</param>
/// <param name="Due">When it is sent next.</param>
/// <param name="Tries">How often it was sent.</param>
/// <param name="Fault">The stable code of the last fault, or null.</param>
public sealed record WebhookDelivery(
    string Id, string DropId, string District, int Attempt, DropState State, string Body, DateTimeOffset Due, int Tries = 0, string? Fault = null)
{
    /// <summary>The id of the delivery of a drop's present receipt.</summary>
    public static string IdOf(Drop drop) => FormattableString.Invariant($"{drop.Id}-{drop.Attempt}-{Word(drop.State)}");

    /// <summary>The name of the event, e.g. <c>drop.rejected</c>.</summary>
    public string Event() => "drop." + Word(State);

    private static string Word(DropState state) => state.ToString().ToLowerInvariant();
}
