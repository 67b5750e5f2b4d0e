namespace ClosingGap.Pipeline.Drops;

/// <summary>How much a record tells; the report tells all. A record stays under 16 KB.</summary>
internal static class DropLimits
{
    public const int MaxFiles = 40;
    public const int MaxRules = 30;
    public const int MaxChanges = 30;
}
