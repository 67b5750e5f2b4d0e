namespace ClosingGap.Domain.Roster;

/// <summary>A student's time in a program, half open: [begin, end).</summary>
/// <param name="Characteristic">The program.</param>
/// <param name="Begin">First day, or null when it has always held.</param>
/// <param name="End">First day on which it no longer holds, or null.</param>
public readonly record struct ProgramMembership(ProgramCharacteristic Characteristic, DateOnly? Begin = null, DateOnly? End = null)
{
    /// <summary>Whether it holds on that day.</summary>
    public bool Covers(DateOnly day) => (Begin is not { } begin || begin <= day) && (End is not { } end || day < end);
}
