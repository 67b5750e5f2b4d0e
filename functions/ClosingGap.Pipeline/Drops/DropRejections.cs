namespace ClosingGap.Pipeline.Drops;

/// <summary>Why a drop is rejected before its rows are looked at: codes and words that several steps share.</summary>
internal static class DropRejections
{
    public const string UnknownSource = "drop.unknown_source";
    public const string UnknownSourceReason = "The district or its source is no longer registered. Register it, then drive this drop again.";
    public const string ProfileInvalid = "profile.invalid";
    public const string ProfileInvalidReason = "The district's profile is not there or cannot be read. Upload a valid profile, then drive this drop again.";
}
