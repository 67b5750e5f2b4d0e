using System.IO.Compression;
using System.Text;
using ClosingGap.Ingest.Contracts;
using ClosingGap.Ingest.Packages;
using ClosingGap.Ingest.Validation;

namespace ClosingGap.Ingest.Tests.OneRoster;

/// <summary>Builds small packages as zips: files by name, each a list of lines.</summary>
internal sealed class TestPackage
{
    private readonly List<(string Name, byte[] Content)> _files = [];

    /// <summary>A complete bulk rostering set of OneRoster 1.1 with one school, one class, one teacher and two students.</summary>
    public static TestPackage Rostering(string version = "1.1")
    {
        var package = new TestPackage()
            .Table("orgs", version, "d1,,,District,district,,", "s1,,,School,school,,d1")
            .Table("academicSessions", version, "y1,,,Year,schoolYear,2024-08-01,2025-06-01,,2025", "t1,,,Fall,term,2024-08-01,2025-01-10,y1,2025")
            .Table("courses", version, "c1,,,y1,Algebra,ALG,09,d1,,")
            .Table("classes", version, "k1,,,Algebra 1,09,c1,A1,scheduled,,s1,t1,,,");
        return version == "1.1"
            ? package
                .Table("users", version, "u1,,,true,s1,student,one,,G1,F1,,,,,,,09,", "u2,,,true,s1,student,two,,G2,F2,,,,,,,09,", "u3,,,true,s1,teacher,three,,G3,F3,,,,,,,,")
                .Table("enrollments", version, "e1,,,k1,s1,u1,student,,2024-08-01,", "e2,,,k1,s1,u2,student,,2024-08-01,", "e3,,,k1,s1,u3,teacher,true,2024-08-01,")
                .Table("demographics", version, "u1,,,2010-01-31,female,false,false,false,false,true,false,false,,,,")
            : package;
    }

    /// <summary>Adds a file of the standard, with its exact header; a file of that name is replaced.</summary>
    public TestPackage Table(string table, string version, params string[] rows) =>
        File(table + ".csv", string.Join('\n', [Header(table, version), .. rows]) + "\n");

    /// <summary>The exact header of a table.</summary>
    public static string Header(string table, string version) =>
        string.Join(',', FileContracts.Find(version, table)!.Columns.Select(column => column.Name));

    public TestPackage File(string name, string content) => File(name, Encoding.UTF8.GetBytes(content));

    public TestPackage File(string name, byte[] content)
    {
        _files.RemoveAll(file => file.Name == name);
        _files.Add((name, content));
        return this;
    }

    /// <summary>The content of a file as text.</summary>
    public string Text(string name) => Encoding.UTF8.GetString(_files.Single(file => file.Name == name).Content);

    public TestPackage Without(string name)
    {
        _files.RemoveAll(file => file.Name == name);
        return this;
    }

    /// <summary>Adds the exact manifest for the files present.</summary>
    public TestPackage Manifest(string version = "1.1", string mode = "bulk", params string[] more)
    {
        var lines = new List<string> { "propertyName,value", "manifest.version,1.0", $"oneroster.version,{version}", "source.systemName,Test" };
        lines.AddRange(FileContracts.OfVersion(version).Keys.Select(
            table => $"file.{table},{(_files.Any(file => file.Name == table + ".csv") ? mode : "absent")}"));
        return File("manifest.csv", string.Join('\n', [.. lines, .. more]) + "\n");
    }

    public MemoryStream ToZip(bool reversed = false)
    {
        var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, content) in reversed ? Enumerable.Reverse(_files) : _files)
            {
                using var entry = zip.CreateEntry(name).Open();
                entry.Write(content);
            }
        }

        stream.Position = 0;
        return stream;
    }

    public Task<Validated> ValidateAsync(Conformance conformance) => ValidateAsync(new ValidationRequest { Conformance = conformance });

    public async Task<Validated> ValidateAsync(ValidationRequest request, bool reversed = false)
    {
        await using var package = await ZipPackage.OpenAsync(ToZip(reversed), cancellationToken: TestContext.Current.CancellationToken);
        var findings = new Findings();
        var sink = new RecordingSink();
        var result = await PackageValidator.ValidateAsync(package, request, findings, sink, TestContext.Current.CancellationToken);
        return new Validated(result, findings, sink);
    }
}
