using ClosingGap.Ingest.Packages;
using ClosingGap.Ingest.Profiles;
using ClosingGap.Pipeline.Tests.Running;
using ClosingGap.Pipeline.Validating;

namespace ClosingGap.Pipeline.Tests.Validating;

public sealed class PackageInspectionTests
{
    private const string Manifest = "propertyName,value\nfile.users,bulk\nfile.orgs,bulk\n";
    private const string Users = "sourcedId,status,dateLastModified,role\n1,,,student\n2,active,2026-01-01,student\n";

    [Theory]
    [InlineData(Manifest, Users, "lenient", true)]
    [InlineData("propertyName,value\nfile.users,delta\n", Users, "lenient", false)]
    [InlineData("propertyName,value\nfile.users, Delta \n", Users, "lenient", false)]
    [InlineData("propertyName,value\nfile.users,delta\n", Users, "strict", false)]
    [InlineData(Manifest, "sourcedId,status,dateLastModified\n1,active,2026-01-01\n", "lenient", false)]
    [InlineData(Manifest, "sourcedId,status,dateLastModified\n1,active,2026-01-01\n", "strict", true)]
    [InlineData(Manifest, "sourcedId,status,dateLastModified\n1,active,\n", "lenient", true)]
    [InlineData(Manifest, "sourcedId,Status,DATELASTMODIFIED\n1,active,2026-01-01\n", "lenient", false)]
    [InlineData(Manifest, "sourcedId\n1\n", "lenient", true)]
    [InlineData(Manifest, "", "lenient", true)]
    public async Task AllBulk_IsWhatTheValidationWillTake(string manifest, string users, string profile, bool expected)
    {
        var seen = await OfAsync(profile, ("manifest.csv", manifest), ("users.csv", users), ("orgs.csv", "sourcedId,status,dateLastModified\n1,,\n"));

        Assert.Equal(expected, seen.AllBulk);
        Assert.Equal(["orgs", "users"], seen.Tables);
    }

    [Fact]
    public async Task Tables_AreThoseThatAreKnown()
    {
        var seen = await OfAsync("lenient", ("USERS.csv", Users), ("folder/Attendance.CSV", "a\n1\n"), ("readme.txt", "x"), ("other.csv", "a\n"), ("users.csv.bak", "a\n"));

        Assert.Equal(["attendance", "users"], seen.Tables);
        Assert.Equal(Users.Length + 4 + 1 + 2 + 2, seen.Bytes);
    }

    [Fact]
    public async Task EmptyPackageOfTables_IsBulkWithoutTables()
    {
        var seen = await OfAsync("lenient", ("manifest.csv", Manifest));

        Assert.True(seen.AllBulk);
        Assert.Empty(seen.Tables);
    }

    private static async Task<PackageInspection> OfAsync(string profile, params (string, string)[] files)
    {
        var token = TestContext.Current.CancellationToken;
        await using var package = await ZipPackage.OpenAsync(new MemoryStream(SamplePackage.Of(files).ToZip()), PackageOptions.Default, leaveOpen: false, token);
        return await PackageInspection.OfAsync(package, BuiltInProfiles.Find(profile)!, token);
    }
}
