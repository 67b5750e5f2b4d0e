using System.Text;
using ClosingGap.Pipeline.Drops;
using ClosingGap.Pipeline.Ports;
using ClosingGap.Pipeline.Reading;
using ClosingGap.Pipeline.Tests.Running;
using ClosingGap.TestSupport;

namespace ClosingGap.Pipeline.Tests.Runs;

/// <summary>What stands in cells stays in the tables and in what is published of students: nowhere else.</summary>
public sealed class PrivacyTests(AzuriteFixture azurite)
{
    private const string Marker = "ZZHIDDENZZ";
    private const int Students = 40;

    [Theory]
    [InlineData("lenient", DropState.Published)]
    [InlineData("strict", DropState.Rejected)]
    public async Task Cells_AreInNoRecordReceiptReportPathOrIndex(string profile, DropState expected)
    {
        var night = await SampleNight.OfAsync(Students, 1);
        await using var host = new PipelineHost(azurite.ConnectionString);
        await host.RegisterAsync(profile);
        var written = new List<DocumentWrite>();
        host.Get<HostDocuments>().Saw = written.Add;
        var package = Marked(night);
        var broken = profile == "lenient" ? package
            : package.Replace("manifest.csv", "manifest.version,1.0", $"manifest.version,{Marker}\n{Marker}")
                .With("studentPrograms.csv", package.Files["studentPrograms.csv"].TrimEnd() + $"\n\"{Marker}open");

        var drop = await host.RunAsync(await host.DropAsync("night", broken.ToZip(), night.AsOf));

        Assert.Equal(expected, drop.State);
        Assert.True(expected == DropState.Rejected || drop.Counts.RowsRejected >= 4, "The marked rows must be found.");
        Assert.NotEmpty(drop.Rules);
        if (expected == DropState.Published)
        {
            var held = await host.RunAsync(await host.DropAsync("held", package.Without([.. night.Ids.Skip(10).Take(20)]).ToZip(), night.AsOf));
            Assert.Equal(DropState.Held, held.State);
            Assert.Contains(written, document => IsOfStudents(document) && Holds(document.Body.Span));
        }

        await AssertNowhereElseAsync(host, written);
    }

    [Fact]
    public async Task CellsOfAnLms_AreInTheStudentsOwnDocumentAndNowhereElse()
    {
        var night = await SampleNight.OfAsync(Students, 1);
        await using var host = new PipelineHost(azurite.ConnectionString);
        await host.RegisterAsync("lenient", LmsPackage.Source);
        await host.PublishAsync("night", night.Zip, night.AsOf);
        var written = new List<DocumentWrite>();
        host.Get<HostDocuments>().Saw = written.Add;
        var package = LmsPackage.Of(night.Ids[0], night.Ids[1]).ReplaceAll(LmsPackage.OfTheFirst, Marker + "title").Replace("lmsGrades.csv", ",C,", $",{Marker},");
        package = package.With(
            "lmsSubmissions.csv",
            package.Files["lmsSubmissions.csv"] + $"s8,{Marker}nobody,a1,graded,,,\ns9,{night.Ids[1]},a3,{Marker}status,,,\n{Marker}id,{night.Ids[1]},a3,graded,{Marker}time,,\n");

        var drop = await host.PublishLmsAsync("fall", package);

        Assert.True(drop.Counts.RowsRejected >= 1, "The marked rows must be found.");
        var holding = written.Where(document => Holds(document.Body.Span)).Select(document => document.Id).Distinct();
        Assert.Equal([$"student:{await host.Get<StudentReader>().LookUpAsync(host.District, night.Ids[0], host.Token)}"], holding);
        await AssertNowhereElseAsync(host, written);
    }

    private static async Task AssertNowhereElseAsync(PipelineHost host, List<DocumentWrite> written)
    {
        Assert.All(written, document => Assert.DoesNotContain(Marker, document.Partition + document.Id, StringComparison.OrdinalIgnoreCase));
        var leaking = written.Where(document => !IsOfStudents(document) && Holds(document.Body.Span)).Select(document => document.Id.Split(':')[0]).Distinct();
        Assert.Empty(leaking);
        var blobs = host.Get<IBlobStore>();
        var seen = 0;
        foreach (var container in new[] { "receipts", "reports", "curated", "profiles" })
        {
            await foreach (var blob in blobs.ListAsync(container, "", host.Token))
            {
                Assert.DoesNotContain(Marker, blob.Path + string.Concat(blob.Metadata.Select(pair => pair.Key + pair.Value)), StringComparison.OrdinalIgnoreCase);
                if (container != "curated")
                {
                    Assert.DoesNotContain(Marker, await host.TextAsync(container, blob.Path), StringComparison.OrdinalIgnoreCase);
                    seen++;
                }
            }
        }

        Assert.True(seen >= 2, "A receipt and a report must have been looked at.");
    }

    /// <summary>The marker in names and ids that are accepted, and in cells that are refused by rules of every kind.</summary>
    private static SamplePackage Marked(SampleNight night)
    {
        var package = night.Package;
        var cells = package.Row("users.csv", night.Ids[0]).Split(',');
        var old = string.Join(',', cells);
        var header = package.Header("users.csv").Split(',');
        cells[Array.IndexOf(header, "givenName")] = Marker + "given";
        cells[Array.IndexOf(header, "familyName")] = Marker + "family";
        package = package.Replace("users.csv", old, string.Join(',', cells)).ReplaceAll(night.Ids[1], Marker + "id");
        var row = package.Rows("attendance.csv")[0].Split(',');
        var columns = package.Header("attendance.csv").Split(',').ToList();
        string[][] bad =
        [
            Changed("eventDate", Marker + "date"),
            Changed("attendanceEventCategory", Marker + "category"),
            Changed("eventDuration", Marker + "number"),
            Changed("userSourcedId", Marker + "nobody"),
            Changed("schoolSourcedId", Marker + "nowhere"),
            [.. row, Marker + "more"],
        ];
        var lines = string.Join('\n', bad.Select(line => string.Join(',', line)));
        package = package.With("attendance.csv", package.Files["attendance.csv"].TrimEnd() + "\n" + lines + "\n");
        var duplicate = package.Rows("users.csv").First(line => line.Contains(Marker + "id", StringComparison.Ordinal));
        return package.With("users.csv", package.Files["users.csv"].TrimEnd() + "\n" + duplicate + "\n");

        string[] Changed(string column, string value)
        {
            var changed = (string[])row.Clone();
            changed[columns.IndexOf(column)] = value;
            return changed;
        }
    }

    private static bool IsOfStudents(DocumentWrite document) =>
        document.Id.StartsWith("student:", StringComparison.Ordinal) || document.Id.StartsWith("caseload:", StringComparison.Ordinal);

    private static bool Holds(ReadOnlySpan<byte> body) => Encoding.UTF8.GetString(body).Contains(Marker, StringComparison.OrdinalIgnoreCase);
}
