using ClosingGap.Domain.Roster;

namespace ClosingGap.Pipeline.Computing;

/// <summary>Where a student was, by the classes alone: for exports that do not send enrollments in schools.</summary>
internal static class SchoolStays
{
    /// <summary>An enrollment that began this long before the school year is one of an earlier year, which no roster of today names.</summary>
    private const int EarlierYearDays = 30;

    /// <summary>
    /// The stays. Without history a student is at the schools of the present classes, else at the user's own, from the first day of the
    /// year on. With history: at each school while any class says so, from the first day of the year where the student was first.
    /// </summary>
    public static IReadOnlyList<(string School, DateOnly Begin, DateOnly? End)> Of(
        IReadOnlyList<Spell<ClassSeat>> sections, IReadOnlyList<string> own, SchoolYearContext year)
    {
        var known = sections.Where(section => section.Value.School is not null && !IsOfEarlierYear(section, year)).ToList();
        if (known.All(section => section.VanishedOn is null && section.ReturnedOn is null))
        {
            var schools = known.Select(section => section.Value.School!).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList();
            return [.. (schools.Count > 0 ? schools : own).Select(school => (school, year.FirstDay, (DateOnly?)null))];
        }

        var stays = new List<(string School, DateOnly Begin, DateOnly? End)>();
        foreach (var school in known.GroupBy(section => section.Value.School!, StringComparer.Ordinal).OrderBy(group => group.Key, StringComparer.Ordinal))
        {
            stays.AddRange(Join(school.Key, [.. school.Select(section => (Begin(section, known, year), End(section)))]));
        }

        var first = stays.Count == 0 ? year.FirstDay : stays.Min(stay => stay.Begin);
        return [.. stays.Select(stay => stay.Begin == first ? stay with { Begin = year.FirstDay } : stay)];
    }

    private static bool IsOfEarlierYear(Spell<ClassSeat> section, SchoolYearContext year) =>
        section.VanishedOn is not null && (section.End <= year.FirstDay || section.Begin < year.FirstDay.AddDays(-EarlierYearDays));

    /// <summary>A class that the roster holds goes on, whatever end it names: of the next term's classes nothing may be known yet.</summary>
    private static DateOnly? End(Spell<ClassSeat> section) => section.VanishedOn is null ? null : section.End;

    /// <summary>A class of the next term that is on the roster already leaves no gap behind the one before it.</summary>
    private static DateOnly Begin(Spell<ClassSeat> section, List<Spell<ClassSeat>> known, SchoolYearContext year)
    {
        var begin = section.Begin ?? section.ReturnedOn ?? year.FirstDay;
        return begin <= year.AsOf || section.VanishedOn is not null
            ? begin
            : known.Where(other => other.VanishedOn is not null && string.Equals(other.Value.School, section.Value.School, StringComparison.Ordinal))
                .Max(other => other.End) ?? begin;
    }

    /// <summary>Spans that overlap or touch are one stay.</summary>
    private static IEnumerable<(string School, DateOnly Begin, DateOnly? End)> Join(string school, List<(DateOnly Begin, DateOnly? End)> spans)
    {
        spans.Sort((one, other) => one.Begin.CompareTo(other.Begin));
        var (begin, end) = spans[0];
        foreach (var span in spans.Skip(1))
        {
            if (end is { } left && span.Begin > left)
            {
                yield return (school, begin, end);
                (begin, end) = span;
            }
            else
            {
                end = end is null || span.End is null ? null : span.End > end ? span.End : end;
            }
        }

        yield return (school, begin, end);
    }
}
