namespace ClosingGap.SampleData;

/// <summary>The amounts by which groups are made to differ; truth.json states them beside the counted results. Rates in parts of 100,000.</summary>
internal static class ModelParameters
{
    /// <summary>Chance of an absence on a membership day, before factors.</summary>
    public const int DailyAbsence = 4500;

    /// <summary>Chance of a tardy mark on a membership day.</summary>
    public const int DailyTardy = 1200;

    /// <summary>Chance of failing one course in a year, before factors.</summary>
    public const int CourseFailure = 4000;

    /// <summary>Chance of at least one discipline incident in a year, by band, before factors.</summary>
    public static readonly int[] Incident = [1200, 6000, 5000];

    /// <summary>Percent of <see cref="CourseFailure"/>, by band.</summary>
    public static readonly int[] FailureByBand = [50, 90, 120];

    /// <summary>Percent factors for members of each program: absence, failure, incident. Members of several get the product.</summary>
    public static readonly (ProgramFlags Program, int Absence, int Failure, int Incident)[] Factors =
    [
        (ProgramFlags.EconomicDisadvantage, 160, 170, 140),
        (ProgramFlags.EnglishLearner, 110, 150, 100),
        (ProgramFlags.IDEA, 130, 160, 180),
        (ProgramFlags.Homeless, 180, 130, 120),
        (ProgramFlags.GiftedTalented, 80, 30, 40),
    ];

    /// <summary>Percent factors of the individual student, and how many of 100 students have them.</summary>
    public static readonly (int Share, int Factor)[] Individual = [(55, 50), (30, 100), (11, 200), (4, 420)];

    public static int Apply(int rate, ProgramFlags programs, Func<(ProgramFlags Program, int Absence, int Failure, int Incident), int> factor)
    {
        foreach (var entry in Factors)
        {
            if ((programs & entry.Program) != 0)
            {
                rate = rate * factor(entry) / 100;
            }
        }

        return Math.Min(rate, 60_000);
    }
}
