namespace ClosingGap.Ingest.Tests.OneRoster;

public sealed class AgreementTests(ITestOutputHelper output)
{
    [Fact]
    public async Task Dump()
    {
        var n = 0;
        foreach (var asked in await AgreementPackages.ReadAsync())
        {
            var (isOk, codes) = await AgreementPackages.AnswerAsync(asked);
            var missed = asked.Codes.Except(codes).ToArray();
            var extra = asked.IsComplete ? codes.Except(asked.Codes).ToArray() : [];
            if (isOk != asked.IsOk || missed.Length + extra.Length > 0)
            {
                n++;
                output.WriteLine($"{(isOk != asked.IsOk ? "VERDICT" : "codes")} {asked.File} {asked.Operation} {asked.AllRows} theirs {asked.IsOk} missed [{string.Join(' ', missed)}] extra [{string.Join(' ', extra)}]");
            }
        }
        output.WriteLine($"{n} differ");
        Assert.Equal(0, n);
    }
}
