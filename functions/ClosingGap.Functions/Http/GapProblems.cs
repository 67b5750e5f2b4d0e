using ClosingGap.Domain.Groups;
using ClosingGap.Pipeline.Reading;

namespace ClosingGap.Functions.Http;

/// <summary>Says why there are no gaps to be read.</summary>
internal static class GapProblems
{
    public static Problem Of(GapOutcome outcome) => outcome switch
    {
        GapOutcome.NothingPublished => Problem.NothingPublished(),
        GapOutcome.UnknownDimension => new(
            400, "gap.unknown_dimension", "No such dimension",
            $"Ask with ?dimension= for one of: {string.Join(", ", GroupDimensions.All.Select(dimension => dimension.Name))}; or for a combination that the district's profile names (settings.groups.combinations), e.g. race%2Bsex."),
        GapOutcome.NotTold => new(
            404, "gap.not_told", "The data do not tell the dimension", "What the district delivers holds no such group: race and sex come from demographics, programs from studentPrograms."),
        GapOutcome.UnknownSchool => new(
            404, "school.unknown", "No such school", "What is published of the district has no such school. The district's summary lists the schools."),
        GapOutcome.UnknownMeasure => new(
            400, "gap.unknown_measure", "No such measure", "The district has no measure of that name. Leave ?measure= out to see those it has."),
        _ => throw new ArgumentOutOfRangeException(nameof(outcome), outcome, "Gaps that were found are no problem."),
    };
}
