namespace ClosingGap.SampleData;

/// <summary>The columns of OneRoster demographics that together give the federal race category.</summary>
[Flags]
internal enum RaceFlags
{
    None = 0,
    AmericanIndianOrAlaskaNative = 1,
    Asian = 2,
    BlackOrAfricanAmerican = 4,
    NativeHawaiianOrOtherPacificIslander = 8,
    White = 16,
    TwoOrMoreRaces = 32,
    HispanicOrLatino = 64,
}
