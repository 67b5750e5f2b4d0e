using System.Collections.Concurrent;
using System.Text;
using ClosingGap.Domain.Milestones;
using ClosingGap.Ingest.Profiles;
using ClosingGap.Pipeline.Ports;

namespace ClosingGap.Pipeline.Districts;

/// <summary>The profiles by which sources are read. An uploaded profile is a blob that never changes: every upload has a path of its own.</summary>
public sealed class DistrictProfiles(IBlobStore blobs, StateMilestones states)
{
    /// <summary>The container of profiles.</summary>
    public const string Container = "profiles";

    private const int MaxProfileBytes = 1 << 20;
    private readonly ConcurrentDictionary<string, DistrictProfile> _read = new(StringComparer.Ordinal);

    /// <summary>The profile of a source.</summary>
    /// <exception cref="ProfileInvalidException">It cannot be read, or is gone.</exception>
    public async Task<DistrictProfile> GetAsync(SourceRegistration source, CancellationToken cancellationToken)
    {
        if (BuiltInProfiles.Find(source.Profile) is { } builtIn)
        {
            return builtIn;
        }

        if (_read.TryGetValue(source.Profile, out var known))
        {
            return known;
        }

        await using var stream = await OpenAsync(source.Profile, cancellationToken);
        using var reader = new StreamReader(stream, Encoding.UTF8);
        var profile = ProfileReader.Read(await reader.ReadToEndAsync(cancellationToken), Path.GetFileName(source.Profile));
        _read.TryAdd(source.Profile, profile);
        return profile;
    }

    private async Task<Stream> OpenAsync(string path, CancellationToken cancellationToken)
    {
        try
        {
            return await blobs.OpenReadAsync(Container, path, null, cancellationToken);
        }
        catch (FileNotFoundException)
        {
            throw new ProfileInvalidException(Path.GetFileName(path), [new ProfileError(0, "", "profile.missing", "The profile is not there.")]);
        }
    }

    /// <summary>Checks a profile and stores it; returns its path.</summary>
    /// <exception cref="ProfileInvalidException">It cannot be read; the message names lines and reasons.</exception>
    public async Task<string> SaveAsync(DistrictId district, string source, string yaml, CancellationToken cancellationToken)
    {
        var content = Encoding.UTF8.GetBytes(yaml);
        if (content.Length > MaxProfileBytes)
        {
            throw new ProfileInvalidException("profile.yaml", [new ProfileError(1, "", "profile.too_large", "A profile is at most 1 MiB.")]);
        }

        var profile = ProfileReader.Read(yaml);
        var choice = profile.Settings.Milestones;
        if (choice.Unknown(choice.Offer((await states.ChoiceAsync(district.State, cancellationToken) ?? MilestoneChoice.None).Offer(DefaultMilestones.Set))) is [var unknown, ..])
        {
            throw new ProfileInvalidException("profile.yaml", [new ProfileError(0, "settings.milestones.use", "milestone.unknown", MilestoneChoiceReader.UnknownText(unknown))]);
        }

        var hash = Ingest.Snapshot.ContentHash.Of(content)[..16];
        var path = FormattableString.Invariant($"{district.State}/{district.LocalId}/{source}/{profile.Version}-{hash}.yaml");
        using var stream = new MemoryStream(content);
        await blobs.CreateAsync(Container, path, stream, cancellationToken);
        return path;
    }
}
