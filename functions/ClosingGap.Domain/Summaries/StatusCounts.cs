using ClosingGap.Domain.Milestones;

namespace ClosingGap.Domain.Summaries;

/// <summary>How many students have which verdict on one milestone.</summary>
public sealed class StatusCounts
{
    public long NotApplicable { get; set; }

    public long NotEnoughData { get; set; }

    public long Met { get; set; }

    public long OnTrack { get; set; }

    public long AtRisk { get; set; }

    public long OffTrack { get; set; }

    internal void Add(VerdictStatus status)
    {
        switch (status)
        {
            case VerdictStatus.NotApplicable: NotApplicable++; break;
            case VerdictStatus.NotEnoughData: NotEnoughData++; break;
            case VerdictStatus.Met: Met++; break;
            case VerdictStatus.OnTrack: OnTrack++; break;
            case VerdictStatus.AtRisk: AtRisk++; break;
            case VerdictStatus.OffTrack: OffTrack++; break;
            default: throw new ArgumentOutOfRangeException(nameof(status), status, "Not a status of verdicts.");
        }
    }

    internal void Merge(StatusCounts other)
    {
        NotApplicable += other.NotApplicable;
        NotEnoughData += other.NotEnoughData;
        Met += other.Met;
        OnTrack += other.OnTrack;
        AtRisk += other.AtRisk;
        OffTrack += other.OffTrack;
    }
}
