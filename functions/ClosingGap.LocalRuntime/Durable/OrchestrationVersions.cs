namespace ClosingGap.LocalRuntime.Durable;

/// <summary>
/// Orders orchestration versions as Durable Functions does: none is the oldest, dotted numbers compare by number, anything else as text.
/// </summary>
internal static class OrchestrationVersions
{
    public static int Compare(string? left, string? right)
    {
        var leftMissing = string.IsNullOrWhiteSpace(left);
        var rightMissing = string.IsNullOrWhiteSpace(right);
        if (leftMissing || rightMissing)
        {
            return (leftMissing ? 0 : 1) - (rightMissing ? 0 : 1);
        }

        return Version.TryParse(left, out var leftNumber) && Version.TryParse(right, out var rightNumber)
            ? leftNumber.CompareTo(rightNumber)
            : string.Compare(left, right, StringComparison.OrdinalIgnoreCase);
    }
}
