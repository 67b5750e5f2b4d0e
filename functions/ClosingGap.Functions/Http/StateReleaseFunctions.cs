using System.Globalization;
using ClosingGap.Pipeline;
using ClosingGap.Pipeline.Districts;
using ClosingGap.Pipeline.Releases;
using ClosingGap.Pipeline.Rollups;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace ClosingGap.Functions.Http;

/// <summary>Reads what is published of a state, and keeps its calendar.</summary>
public sealed class StateReleaseFunctions(StateReader reader, StateHistory history, StateReleases releases, ReleaseCalendars calendars, RegisteredStates states)
{
    private const int DefaultPageSize = 50;

    [Function("GetState")]
    public async Task<IResult> GetAsync(
        [HttpTrigger(AuthorizationLevel.Function, "get", Route = "v1/states/{state}")] HttpRequest request, string state, CancellationToken cancellationToken) =>
        StateCode.IsWellFormed(state) && await reader.FindAsync(state, cancellationToken) is { } found
            ? new VersionedAnswer<StateSummary>(found, PipelineJson.Default.StateSummary)
            : StateProblems.NothingReleased();

    [Function("GetStateMeasure")]
    public async Task<IResult> GetMeasureAsync(
        [HttpTrigger(AuthorizationLevel.Function, "get", Route = "v1/states/{state}/measures/{measure}")] HttpRequest request,
        string state,
        string measure,
        CancellationToken cancellationToken)
    {
        if (QueryOf(request) is not { } query)
        {
            return StateProblems.WrongQuery();
        }

        return StateCode.IsWellFormed(state) && await reader.FindAsync(state, measure, query, cancellationToken) is { } found
            ? new VersionedAnswer<MeasurePage>(found, PipelineJson.Default.MeasurePage)
            : StateProblems.NothingReleased();
    }

    [Function("GetStateMeasureHistory")]
    public async Task<IResult> GetHistoryAsync(
        [HttpTrigger(AuthorizationLevel.Function, "get", Route = "v1/states/{state}/measures/{measure}/history")] HttpRequest request,
        string state,
        string measure,
        CancellationToken cancellationToken)
    {
        if (HistoryOf(request) is not { } query)
        {
            return StateProblems.WrongQuery();
        }

        return StateCode.IsWellFormed(state) && await history.FindAsync(state, measure, query, cancellationToken) is { } found
            ? new VersionedAnswer<MeasureHistory>(found, PipelineJson.Default.MeasureHistory)
            : StateProblems.NothingReleased();
    }

    [Function("GetRelease")]
    public async Task<IResult> GetReleaseAsync(
        [HttpTrigger(AuthorizationLevel.Function, "get", Route = "v1/states/{state}/releases/{number}")] HttpRequest request,
        string state,
        string number,
        CancellationToken cancellationToken) =>
        StateCode.IsWellFormed(state) && int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var wanted)
        && await releases.FindAsync(state, wanted, cancellationToken) is { } found
            ? new JsonAnswer<StateRelease>(found, PipelineJson.Default.StateRelease)
            : StateProblems.UnknownRelease();

    [Function("PutCalendar")]
    public async Task<IResult> PutCalendarAsync(
        [HttpTrigger(AuthorizationLevel.Function, "put", Route = "v1/states/{state}/calendar")] HttpRequest request, string state, CancellationToken cancellationToken) =>
        await states.IsKnownAsync(state, cancellationToken)
            ? new JsonAnswer<ReleaseCalendar>(
                await calendars.SaveAsync((await RequestBody.ReadAsync(request, AppJson.Default.CalendarRequest, cancellationToken)).ToCalendar(state), cancellationToken),
                PipelineJson.Default.ReleaseCalendar)
            : StateProblems.NoDistricts();

    [Function("GetCalendar")]
    public async Task<IResult> GetCalendarAsync(
        [HttpTrigger(AuthorizationLevel.Function, "get", Route = "v1/states/{state}/calendar")] HttpRequest request, string state, CancellationToken cancellationToken) =>
        StateCode.IsWellFormed(state) && await calendars.FindAsync(state, cancellationToken) is { } found
            ? new JsonAnswer<ReleaseCalendar>(found, PipelineJson.Default.ReleaseCalendar)
            : new Problem(404, "calendar.unknown", "No calendar", "The state has set no calendar. PUT one here.");

    private static HistoryQuery? HistoryOf(HttpRequest request)
    {
        var (district, school, releases) = (Paging.Value(request, "district"), Paging.Value(request, "school"), Paging.Value(request, "releases"));
        var count = StateHistory.DefaultReleases;
        var isWrong = (district is not null && !DistrictId.TryParse(district, out _)) || (school is not null && district is null)
            || (releases is not null && !int.TryParse(releases, NumberStyles.None, CultureInfo.InvariantCulture, out count));
        return isWrong ? null : new HistoryQuery(district, school, Paging.Value(request, "dimension"), count);
    }

    private static MeasureQuery? QueryOf(HttpRequest request)
    {
        var district = Paging.Value(request, "district");
        var level = Paging.Value(request, "level") switch
        {
            null => district is null ? OrganisationLevel.State : OrganisationLevel.District,
            "state" => OrganisationLevel.State,
            "district" => OrganisationLevel.District,
            "school" => OrganisationLevel.School,
            _ => (OrganisationLevel?)null,
        };
        return level is not { } wanted || (district is not null && !DistrictId.TryParse(district, out _))
            ? null
            : new MeasureQuery(wanted, district, Paging.Value(request, "dimension"), Paging.After(request), Paging.PageSize(request, DefaultPageSize));
    }
}
