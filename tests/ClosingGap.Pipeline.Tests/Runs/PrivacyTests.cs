using System.Text;
using ClosingGap.Pipeline.Drops;
using ClosingGap.Pipeline.Ports;
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

        Assert.All(written, document => Assert.DoesNotContain(Marker, document.Partition + document.Id, StringComparison.OrdinalIgnoreCase));
        var leaking = written.Where(document => !IsOfStudents(document) && Holds(document.Body.Span)).Select(document => document.Id.Split(':')[0]).Distinct();
        Assert.Empty(leaking);
        await AssertBlobsAsync(host);
    }

    private static async Task AssertBlobsAsync(PipelineHost host)
    {
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
