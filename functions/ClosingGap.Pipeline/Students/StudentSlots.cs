using ClosingGap.Pipeline.Publishing;

namespace ClosingGap.Pipeline.Students;

/// <summary>
/// A student's document: at most two slots, the published one and the one that a run writes. A reader takes the newest slot that is not
/// above the published version and not of an abandoned one, so that a run that dies changes nothing that a reader sees.
/// </summary>
/// <param name="Epoch">The lane's epoch of the newest write; an older epoch may not write.</param>
/// <param name="Slots">The slots.</param>
public sealed record StudentSlots(long Epoch, IReadOnlyList<StudentSlot> Slots)
{
    /// <summary>What a reader of the published version sees; null when nothing.</summary>
    public StudentSlot? Visible(PublishedVersion? published)
    {
        StudentSlot? newest = null;
        foreach (var slot in Slots)
        {
            if (published is not null && published.Shows(slot.Version) && (newest is null || slot.Version > newest.Version))
            {
                newest = slot;
            }
        }

        return newest;
    }

    /// <summary>The document after a run wrote its slot: what readers see now stays.</summary>
    public StudentSlots With(StudentSlot written, PublishedVersion? published, long epoch)
    {
        var kept = Visible(published);
        return new StudentSlots(epoch, kept is null || kept.Version == written.Version ? [written] : [kept, written]);
    }
}
