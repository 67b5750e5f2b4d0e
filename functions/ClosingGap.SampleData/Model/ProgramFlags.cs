namespace ClosingGap.SampleData;

/// <summary>Characteristics, named as studentPrograms.csv spells them.</summary>
[Flags]
internal enum ProgramFlags
{
    None = 0,
    EnglishLearner = 1,
    IDEA = 2,
    Section504 = 4,
    EconomicDisadvantage = 8,
    Homeless = 16,
    FosterCare = 32,
    Migrant = 64,
    MilitaryConnected = 128,
    GiftedTalented = 256,
}
