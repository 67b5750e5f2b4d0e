using ClosingGap.Ingest.Profiles;

namespace ClosingGap.Ingest.Tests.Profiles;

/// <summary>The district of Grand Bend through its profile, read once for all tests.</summary>
public sealed class GrandBend : IAsyncLifetime
{
    private MappedRows? _rows;

    /// <summary>The rows; skips the test where the data is not there.</summary>
    internal MappedRows Rows
    {
        get
        {
            Assert.SkipUnless(_rows is not null, $"The shared data is not at {ProfileTestPaths.GrandBend}.");
            return _rows!;
        }
    }

    public async ValueTask InitializeAsync()
    {
        if (!Directory.Exists(ProfileTestPaths.GrandBend))
        {
            return;
        }

        var profile = ProfileReader.Read(await File.ReadAllTextAsync(ProfileTestPaths.GrandBendProfile), "edfi-grand-bend.yaml");
        await using var package = new DirectoryPackage(ProfileTestPaths.GrandBend);
        _rows = await MappedRows.ReadAsync(package, profile);
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
