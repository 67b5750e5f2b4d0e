using ClosingGap.Domain.Milestones;
using ClosingGap.Domain.Suppression;
using ClosingGap.Ingest.Profiles;
using ClosingGap.Pipeline.Contributing;
using ClosingGap.Pipeline.Districts;
using ClosingGap.Pipeline.Documents;
using ClosingGap.Pipeline.Ports;

namespace ClosingGap.Pipeline.Releases;

/// <summary>Keeps the calendars of states.</summary>
public sealed class ReleaseCalendars(IDocumentStore documents, StateMilestones milestones)
{
    private const int MaxDates = 100;
    private const int MaxMeasures = 200;
    private const int MaxLabelLength = 100;
    private const int MaxUnproven = 100_000;

    /// <summary>The calendar, or null.</summary>
    public async Task<ReleaseCalendar?> FindAsync(string state, CancellationToken cancellationToken) =>
        (await documents.GetAsync(DocumentKeys.StateCalendar(state), PipelineJson.Default.ReleaseCalendar, cancellationToken))?.Value;

    /// <summary>Checks and stores; it holds from the next rollup.</summary>
    /// <exception cref="CalendarInvalidException">A value is not acceptable; nothing changed.</exception>
    public async Task<ReleaseCalendar> SaveAsync(ReleaseCalendar calendar, CancellationToken cancellationToken)
    {
        Check(calendar);
        await CheckMeasuresAsync(calendar, cancellationToken);
        var key = DocumentKeys.StateCalendar(calendar.State);
        while (true)
        {
            var stored = await documents.GetAsync(key, PipelineJson.Default.ReleaseCalendar, cancellationToken);
            var changed = calendar with { Dates = [.. calendar.Dates.OrderBy(date => date.Date)], Version = (stored?.Value.Version ?? 0) + 1 };
            var result = stored is null
                ? await documents.CreateAsync(key, changed, PipelineJson.Default.ReleaseCalendar, cancellationToken)
                : await documents.ReplaceAsync(key, changed, stored.ETag, PipelineJson.Default.ReleaseCalendar, cancellationToken);
            if (result.IsWritten)
            {
                return changed;
            }
        }
    }

    private static void Check(ReleaseCalendar calendar)
    {
        Require(calendar.Dates.Count <= MaxDates, "dates has at most 100 entries.");
        Require(calendar.Dates.All(date => date is not null && date.Date != default), "dates.date is a day, yyyy-MM-dd, in each entry.");
        Require(calendar.Dates.All(date => date.Label is { Length: >= 1 and <= MaxLabelLength } label && !label.Any(char.IsControl)), "dates.label is a text of 1 to 100 characters.");
        Require(calendar.Dates.DistinctBy(date => date.Date).Count() == calendar.Dates.Count, "dates.date is given once.");
        Require(calendar.Measures is null or { Count: >= 1 and <= MaxMeasures }, "measures has 1 to 200 entries, or is left out.");
        Require(calendar.MostUnproven is >= 0 and <= MaxUnproven, "mostUnproven lies between 0 and 100,000.");
        Require(
            calendar.Rules.Find() is not null,
            $"rules.ruleSet is one of {string.Join(", ", SuppressionRules.All.Select(rules => rules.Name))}.");
        if (SuppressionRulesCheck.Check(calendar.Rules.Find()!) is [var error, ..])
        {
            throw new CalendarInvalidException($"rules.{error.Path}: {error.Problem} {error.Fix}");
        }
    }

    private async Task CheckMeasuresAsync(ReleaseCalendar calendar, CancellationToken cancellationToken)
    {
        if (calendar.Measures is not { } measures)
        {
            return;
        }

        Require(measures.Distinct(StringComparer.Ordinal).Count() == measures.Count, "measures names each measure once.");
        var chosen = MilestoneChoice.None.Apply(DefaultMilestones.Set, await milestones.ChoiceAsync(calendar.State, cancellationToken));
        var known = StateMeasures.Of(chosen).Select(measure => measure.Id).ToHashSet(StringComparer.Ordinal);
        Require(measures.All(measure => measure is not null && known.Contains(measure)), $"measures are of {string.Join(", ", known.Order(StringComparer.Ordinal))}.");
    }

    private static void Require(bool holds, string rule)
    {
        if (!holds)
        {
            throw new CalendarInvalidException(rule);
        }
    }
}
