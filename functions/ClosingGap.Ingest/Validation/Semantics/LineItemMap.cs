namespace ClosingGap.Ingest.Validation.Semantics;

/// <summary>What is known of line items by the hash of their id: slots by its last bits, 24 bytes each, at most two thirds of them filled.</summary>
internal sealed class LineItemMap
{
    private const int FirstSlots = 64;

    private Slot[] _slots = new Slot[FirstSlots];
    private int _count;

    /// <summary>Says that a line item will be asked about soon.</summary>
    public void Approach(ulong id) => CacheLine.Approach(in _slots[(int)id & (_slots.Length - 1)]);

    /// <summary>The line item of a hash.</summary>
    public bool TryFind(ulong id, out LineItemFacts lineItem)
    {
        ref readonly var slot = ref Find(_slots, id);
        lineItem = slot.LineItem;
        return slot.IsFilled;
    }

    /// <summary>Puts a line item in the place of the one with its hash, if there is one.</summary>
    /// <param name="replaces">False: one that is there stays.</param>
    public void Put(ulong id, LineItemFacts lineItem, bool replaces = true)
    {
        if (_count >= _slots.Length / 3 * 2)
        {
            Grow();
        }

        ref var slot = ref Find(_slots, id);
        if (slot.IsFilled && !replaces)
        {
            return;
        }

        _count += slot.IsFilled ? 0 : 1;
        slot = new Slot(id, lineItem);
    }

    private static ref Slot Find(Slot[] slots, ulong id)
    {
        var mask = slots.Length - 1;
        var at = (int)id & mask;
        while (slots[at].IsFilled && slots[at].Id != id)
        {
            at = (at + 1) & mask;
        }

        return ref slots[at];
    }

    private void Grow()
    {
        var larger = new Slot[_slots.Length * 2];
        foreach (ref readonly var slot in _slots.AsSpan())
        {
            if (slot.IsFilled)
            {
                Find(larger, slot.Id) = slot;
            }
        }

        _slots = larger;
    }

    private readonly record struct Slot(ulong Id, LineItemFacts LineItem)
    {
        public bool IsFilled => LineItem.Range is not null;
    }
}
