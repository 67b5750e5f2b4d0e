namespace ClosingGap.SampleData.Tests;

[CollectionDefinition(nameof(MemoryTests), DisableParallelization = true)]
[Collection(nameof(MemoryTests))]
public sealed class MemoryTests
{
    [Fact]
    public async Task WriteAsync_TenTimesTheStudents_HoldsAboutTheSameMemory()
    {
        var small = await PeakLiveBytesAsync(2000);
        var large = await PeakLiveBytesAsync(20_000);

        // A list of 18,000 more students with their marks would be some 50 MB.
        Assert.True(large < small + (12 << 20), $"Live bytes: {small:N0} with 2,000 students, {large:N0} with 20,000.");
    }

    /// <summary>The most live managed memory above the start, looked at again and again while the writer works.</summary>
    private static async Task<long> PeakLiveBytesAsync(int students)
    {
        var ct = TestContext.Current.CancellationToken;
        var directory = SampleRun.NewDirectory();
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var peak = 0L;
        var writing = Task.Run(() => SampleDistrictWriter.WriteAsync(new SampleOptions { Students = students }, directory, ct), ct);
        do
        {
            GC.Collect();
            peak = Math.Max(peak, GC.GetTotalMemory(forceFullCollection: false) - before);
        }
        while (await Task.WhenAny(writing, Task.Delay(50, ct)) != writing);
        await writing;
        Directory.Delete(directory, recursive: true);
        return peak;
    }
}
