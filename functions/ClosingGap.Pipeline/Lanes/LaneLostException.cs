namespace ClosingGap.Pipeline.Lanes;

/// <summary>The attempt no longer holds the district's lane: it must stop, and nothing that it writes counts.</summary>
public sealed class LaneLostException : Exception
{
    public LaneLostException()
        : base("lane.lost: another attempt holds the district's lane.")
    {
    }

    public LaneLostException(string message)
        : base(message)
    {
    }

    public LaneLostException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
