namespace ClosingGap.Domain.Roster;

/// <summary>The programs and circumstances by which results are compared.</summary>
public enum ProgramCharacteristic : byte
{
    EnglishLearner = 0,
    Idea = 1,
    Section504 = 2,
    EconomicDisadvantage = 3,
    Homeless = 4,
    FosterCare = 5,
    Migrant = 6,
    MilitaryConnected = 7,
    GiftedTalented = 8,
}
