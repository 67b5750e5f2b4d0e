namespace ClosingGap.SampleData;

/// <summary>A test that results are given on.</summary>
/// <param name="Identifier">Its id.</param>
/// <param name="Title">As a report card would call it.</param>
/// <param name="Family">What it belongs to.</param>
/// <param name="Subject">The academic subject.</param>
/// <param name="Grade">The grade that it is made for, or 0.</param>
internal sealed record Test(string Identifier, string Title, string Family, string Subject, int Grade)
{
    public const string State = "State assessment";
    public const string Sat = "SAT";

    /// <summary>From this score on a state test is proficient.</summary>
    public const int ProficientScore = 2480;

    public string Category => Family == Sat ? "College entrance exam" : "State summative assessment 3-8 general";

    public (int Least, int Most) Scores => Family == Sat ? (200, 800) : (2000, 2999);

    /// <summary>The state's word for a score.</summary>
    public static string Level(int score) => score switch
    {
        < ProficientScore - 60 => "Below Basic",
        < ProficientScore => "Basic",
        < ProficientScore + 80 => "Proficient",
        _ => "Advanced",
    };
}
