using ClosingGap.Domain.Lms;

namespace ClosingGap.Domain.Indicators.Lms;

/// <summary>How facts of the LMS are made: all carry the source's own window, as-of date and school year.</summary>
internal static class LmsFact
{
    public static Fact Of(
        LmsYear year,
        string indicator,
        FactUnit unit,
        long numerator,
        long denominator,
        MissingEvidence missing,
        IReadOnlyList<EvidenceItem> evidence,
        IReadOnlyList<FactItem>? items = null) =>
        new(indicator, null, numerator, denominator, unit, year.FirstDay, year.To, year.AsOf, missing, evidence)
        {
            Source = year.Source, SchoolYear = year.SchoolYear, Items = items is { Count: > 0 } ? items : null,
        };

    /// <summary>A fact that says only why it says nothing: a table without rows, or a student without account.</summary>
    public static Fact? Without(LmsRecord? record, LmsYear year, LmsTables needed, string indicator, FactUnit unit) =>
        !year.Holds(needed) ? Of(year, indicator, unit, 0, 0, MissingEvidence.Table, [])
        : record is null ? Of(year, indicator, unit, 0, 0, MissingEvidence.Account, [])
        : null;

    /// <summary>An item of a section: by its class in the roster, else by its title.</summary>
    public static FactItem ItemOf(LmsYear year, string section) =>
        year.Sections.GetValueOrDefault(section) is not { } known ? new FactItem()
        : known.ClassSourcedId is { } id ? new FactItem(ClassSourcedId: id)
        : new FactItem(Section: FactItem.Cut(known.Title));
}
