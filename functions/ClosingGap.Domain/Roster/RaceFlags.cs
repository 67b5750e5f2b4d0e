namespace ClosingGap.Domain.Roster;

/// <summary>The races a student's demographics row marks, all that apply.</summary>
[Flags]
public enum RaceFlags : byte
{
    None = 0,
    AmericanIndianOrAlaskaNative = 1,
    Asian = 2,
    BlackOrAfricanAmerican = 4,
    NativeHawaiianOrOtherPacificIslander = 8,
    White = 16,

    /// <summary>The row's own mark "two or more races".</summary>
    TwoOrMoreRaces = 32,
}
