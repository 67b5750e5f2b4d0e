namespace ClosingGap.SampleData.Tests;

/// <summary>One student as counted from the CSVs.</summary>
internal sealed class RecountedStudent(string grade, string plan)
{
    public string Grade { get; } = grade;

    public string Plan { get; } = plan;

    public List<(string School, int Days, int HalfDays)> Stays { get; } = [];

    public bool Active { get; set; }

    public string? LatestPeriod { get; set; }

    public int? FailedCourses { get; set; }

    public decimal? CreditsEarned { get; set; }

    public decimal? CreditsRequired { get; set; }

    public decimal SuspensionIn { get; set; }

    public decimal SuspensionOut { get; set; }

    public int Days => Stays.Sum(s => s.Days);

    public int HalfDays => Stays.Sum(s => s.HalfDays);

    public string Band => Recount.Band(Days, HalfDays);
}
