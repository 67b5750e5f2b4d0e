using ClosingGap.Domain.Suppression;

namespace ClosingGap.Domain.Tests.Suppression.Adversary;

/// <summary>Published cells by hand.</summary>
internal static class Shown
{
    public static PublishedValue Nothing { get; } = new(null, null, null, ValueStatus.Suppressed);

    public static PublishedCell Suppressed { get; } = new(Nothing, Nothing);

    public static PublishedCell Exactly(long students, decimal percent) => new(Value(students), Value(percent));

    public static PublishedCell Between(long students, decimal low, decimal high) => new(Value(students), new PublishedValue(null, low, high, ValueStatus.Range));

    public static PublishedCell StudentsOnly(long students) => new(Value(students), Nothing);

    private static PublishedValue Value(decimal value) => new(value, null, null, ValueStatus.Exact);
}
