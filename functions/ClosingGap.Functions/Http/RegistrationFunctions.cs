using ClosingGap.Ingest.Profiles;
using ClosingGap.Pipeline;
using ClosingGap.Pipeline.Districts;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace ClosingGap.Functions.Http;

/// <summary>Registers districts and their profiles.</summary>
public sealed class RegistrationFunctions(DistrictRegistry registry, DistrictProfiles profiles)
{
    [Function("PutDistrict")]
    public async Task<IResult> PutAsync(
        [HttpTrigger(AuthorizationLevel.Function, "put", Route = "v1/districts/{district}")] HttpRequest request, string district, CancellationToken cancellationToken) =>
        await SaveAsync(district, await RequestBody.ReadAsync(request, AppJson.Default.RegistrationRequest, cancellationToken), cancellationToken);

    [Function("PostDistrict")]
    public async Task<IResult> PostAsync(
        [HttpTrigger(AuthorizationLevel.Function, "post", Route = "v1/districts")] HttpRequest request, CancellationToken cancellationToken)
    {
        var asked = await RequestBody.ReadAsync(request, AppJson.Default.RegistrationRequest, cancellationToken);
        return await SaveAsync(asked.District ?? "", asked, cancellationToken);
    }

    [Function("GetRegistration")]
    public async Task<IResult> GetAsync(
        [HttpTrigger(AuthorizationLevel.Function, "get", Route = "v1/districts/{district}/registration")] HttpRequest request, string district, CancellationToken cancellationToken) =>
        DistrictId.TryParse(district, out var id) && await registry.FindAsync(id, cancellationToken) is { } registration
            ? new JsonAnswer<DistrictRegistration>(registration, PipelineJson.Default.DistrictRegistration)
            : Problem.UnknownDistrict();

    [Function("PutProfile")]
    public async Task<IResult> PutProfileAsync(
        [HttpTrigger(AuthorizationLevel.Function, "put", Route = "v1/districts/{district}/profiles/{source}")] HttpRequest request,
        string district,
        string source,
        CancellationToken cancellationToken)
    {
        if (!DistrictId.TryParse(district, out var id) || await registry.FindAsync(id, cancellationToken) is not { } registration)
        {
            return Problem.UnknownDistrict();
        }

        if (registration.FindSource(source) is not { } known)
        {
            return new Problem(404, "source.unknown", "No such source", "The district has no source of that name. Register the source first, then send its profile.");
        }

        var path = await profiles.SaveAsync(id, source, await RequestBody.TextAsync(request, cancellationToken), cancellationToken);
        var sources = registration.Sources.Select(one => one == known ? one with { Profile = path } : one).ToList();
        await registry.SaveAsync(registration with { Sources = sources }, cancellationToken);
        return new JsonAnswer<ProfileAnswer>(new ProfileAnswer(path), AppJson.Default.ProfileAnswer);
    }

    private async Task<IResult> SaveAsync(string district, RegistrationRequest asked, CancellationToken cancellationToken)
    {
        var known = DistrictId.TryParse(district, out var id) ? await registry.FindAsync(id, cancellationToken) : null;
        var registration = asked.ToRegistration(district, known);
        await RequireProfilesAsync(id, registration, cancellationToken);
        var saved = await registry.SaveAsync(registration, cancellationToken);
        return new JsonAnswer<DistrictRegistration>(saved, PipelineJson.Default.DistrictRegistration, known is null ? 201 : 200)
        {
            Location = known is null ? $"/api/v1/districts/{saved.District}/registration" : null,
        };
    }

    // A path that leads nowhere, or to another district's profile, would show only with the next drop.
    private async Task RequireProfilesAsync(DistrictId district, DistrictRegistration registration, CancellationToken cancellationToken)
    {
        foreach (var source in registration.Sources.Where(source => BuiltInProfiles.Find(source.Profile) is null))
        {
            try
            {
                if (source.Profile.StartsWith($"{district.State}/{district.LocalId}/", StringComparison.Ordinal))
                {
                    await profiles.GetAsync(source, cancellationToken);
                    continue;
                }
            }
            catch (Exception exception) when (exception is FileNotFoundException or ProfileInvalidException)
            {
                // Said below: the same as for a path that is not of this district.
            }

            throw new RegistrationInvalidException("sources.profile", $"is {string.Join(", ", BuiltInProfiles.Names)}, or the path that an upload of this district's profile answered.");
        }
    }
}
