namespace ClosingGap.Domain.Tests.Suppression.Adversary;

/// <summary>A promise that a published table does not keep, with the seed that makes the table again.</summary>
internal sealed record BrokenPromise(int Seed, TableShape Shape, string Promise, string Measure, int Cell)
{
    public override string ToString() => $"CLOSINGGAP_SEED={Seed}: {Promise}, {Measure}, cell {Cell} of {Shape}";
}
