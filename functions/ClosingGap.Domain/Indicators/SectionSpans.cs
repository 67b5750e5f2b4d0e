using ClosingGap.Domain.Roster;

namespace ClosingGap.Domain.Indicators;

/// <summary>The days on which a student sits in the classes of one school, as day numbers of the school year.</summary>
internal static class SectionSpans
{
    /// <summary>The spans [begin, end) of the distinct classes of that school. Classes the roster does not know are taken as the school's.</summary>
    public static List<(string Class, int Begin, int End)> Of(SectionMembership[] sections, string school, SchoolYearContext context)
    {
        var spans = new List<(string Class, int Begin, int End)>(sections.Length);
        foreach (var section in sections)
        {
            context.Classes.TryGetValue(section.ClassSourcedId, out var info);
            if (info?.SchoolSourcedId is { } owner && !string.Equals(owner, school, StringComparison.Ordinal))
            {
                continue;
            }

            var (termBegin, termEnd) = TermsOf(info, context);
            var begin = section.Begin?.DayNumber ?? termBegin ?? context.FirstDay.DayNumber;
            var end = section.End?.DayNumber ?? termEnd + 1 ?? context.LastDay.DayNumber + 1;
            spans.Add((section.ClassSourcedId, begin - context.FirstDay.DayNumber, end - context.FirstDay.DayNumber));
        }

        spans.Sort(static (a, b) => string.CompareOrdinal(a.Class, b.Class));
        return spans;
    }

    /// <summary>How many distinct classes lie on that day; the spans are sorted by class.</summary>
    public static int CountOn(List<(string Class, int Begin, int End)> spans, int day)
    {
        var count = 0;
        string? last = null;
        foreach (var (name, begin, end) in spans)
        {
            if (begin <= day && day < end && !string.Equals(last, name, StringComparison.Ordinal))
            {
                count++;
                last = name;
            }
        }

        return count;
    }

    private static (int? Begin, int? End) TermsOf(ClassInfo? info, SchoolYearContext context)
    {
        int? begin = null, end = null;
        foreach (var term in info?.TermSourcedIds ?? [])
        {
            if (context.Sessions.TryGetValue(term, out var session))
            {
                begin = begin is null ? session.Begin.DayNumber : Math.Min(begin.Value, session.Begin.DayNumber);
                end = end is null ? session.End.DayNumber : Math.Max(end.Value, session.End.DayNumber);
            }
        }

        return (begin, end);
    }
}
