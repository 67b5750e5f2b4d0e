namespace ClosingGap.Pipeline.Releases;

/// <summary>When a state publishes, and by which rules its figures are protected.</summary>
/// <param name="State">The state.</param>
/// <param name="Version">Counts the changes.</param>
/// <param name="Dates">The days, ascending.</param>
/// <param name="Rules">The rules of protection.</param>
public sealed record ReleaseCalendar(string State, int Version, IReadOnlyList<ReleaseDate> Dates, ReleaseRules Rules)
{
    /// <summary>The measures that are published; null: all of the state's.</summary>
    public IReadOnlyList<string>? Measures { get; init; }

    /// <summary>How many withheld cells, whose protection could not be shown, a candidate may have that the calendar releases; 0 to 100,000. More are left to a person.</summary>
    public int MostUnproven { get; init; }
}
