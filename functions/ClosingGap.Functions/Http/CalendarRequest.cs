using ClosingGap.Pipeline.Releases;

namespace ClosingGap.Functions.Http;

/// <summary>A state's calendar as it is sent.</summary>
/// <param name="Dates">The days on which it publishes.</param>
/// <param name="Rules">How its figures are protected; left out: the default rules.</param>
/// <param name="Measures">The measures that it publishes; left out: all.</param>
/// <param name="MostUnproven">How many cells whose protection could not be shown a candidate may have that the calendar releases; left out: none.</param>
public sealed record CalendarRequest(IReadOnlyList<ReleaseDate>? Dates, ReleaseRules? Rules, IReadOnlyList<string>? Measures, int MostUnproven = 0)
{
    /// <summary>As the pipeline takes it.</summary>
    public ReleaseCalendar ToCalendar(string state) => new(state, 0, Dates ?? [], Rules ?? ReleaseRules.Default) { Measures = Measures, MostUnproven = MostUnproven };
}
