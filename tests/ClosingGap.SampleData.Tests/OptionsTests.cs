namespace ClosingGap.SampleData.Tests;

public sealed class OptionsTests
{
    public static TheoryData<SampleOptions, string> Wrong => new()
    {
        { new SampleOptions { Students = 0 }, "sample_students_range" },
        { new SampleOptions { Students = 2_000_001 }, "sample_students_range" },
        { new SampleOptions { Night = -1 }, "sample_night_range" },
        { new SampleOptions { Night = 117 }, "sample_night_range" },
        { new SampleOptions { SchoolYear = 1999 }, "sample_school_year_range" },
        { new SampleOptions { State = "Tx" }, "sample_state_format" },
        { new SampleOptions { District = "../1" }, "sample_district_format" },
        { new SampleOptions { District = "" }, "sample_district_format" },
        { new SampleOptions { MaxLmsSections = 1001 }, "sample_lms_sections_range" },
    };

    [Theory]
    [MemberData(nameof(Wrong))]
    public async Task WriteAsync_OptionOutOfRange_IsRefusedBeforeAnythingIsWritten(SampleOptions options, string code)
    {
        var directory = Path.Combine(Path.GetTempPath(), $"closinggap-refused-{code}-{options.GetHashCode():x8}");
        var refused = await Assert.ThrowsAsync<SampleOptionsException>(
            () => SampleDistrictWriter.WriteAsync(options, directory, TestContext.Current.CancellationToken));
        Assert.Equal(code, refused.Code);
        Assert.StartsWith(code, refused.Message, StringComparison.Ordinal);
        Assert.False(Directory.Exists(directory));
    }

    [Fact]
    public async Task WriteAsync_Cancelled_Stops()
    {
        var directory = SampleRun.NewDirectory();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => SampleDistrictWriter.WriteAsync(new SampleOptions { Students = 100_000 }, directory, new CancellationToken(true)));
        Assert.False(File.Exists(Path.Combine(directory, "truth.json")));
        Directory.Delete(directory, recursive: true);
    }
}
