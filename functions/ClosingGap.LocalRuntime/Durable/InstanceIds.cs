namespace ClosingGap.LocalRuntime.Durable;

/// <summary>The ids that all Durable backends accept.</summary>
internal static class InstanceIds
{
    public const int MaxLength = 100;

    /// <exception cref="ArgumentException">Not 1 to 100 printable ASCII characters, or with one that backends refuse.</exception>
    public static void Check(string instanceId)
    {
        var fits = instanceId.Length is > 0 and <= MaxLength
            && instanceId[0] != '@'
            && instanceId.All(c => c is >= ' ' and <= '~' and not ('/' or '\\' or '#' or '?'));
        if (!fits)
        {
            throw new ArgumentException(
                "An instance id has 1 to 100 printable ASCII characters, does not begin with '@', and holds none of / \\ # ?.",
                nameof(instanceId));
        }
    }
}
