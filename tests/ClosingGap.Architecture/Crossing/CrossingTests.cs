using System.Reflection;
using System.Text.Json;
using ClosingGap.Functions.Orchestrations;
using ClosingGap.Pipeline.Drops;

namespace ClosingGap.Architecture.Crossing;

public sealed class CrossingTests
{
    public static TheoryData<string> Names => [.. CrossingTypes.All.Select(type => type.FullName!)];

    [Fact]
    public void CrossingTypes_OfTheApp_AreFound() =>
        Assert.Empty(new[] { typeof(DropRun), typeof(PageRun), typeof(PieceRun), typeof(FailedRun), typeof(LaneTurn) }.Except(CrossingTypes.All));

    [Theory]
    [MemberData(nameof(Names))]
    public void CrossingType_OfTheApp_IsARecordOfPlainValues(string name)
    {
        var type = Named(name);

        Assert.True(type.IsSealed && IsRecord(type), $"{name} is not a sealed record.");
        Assert.All(type.GetProperties(), property => Assert.True(IsPlain(property.PropertyType), $"{name}.{property.Name} is a {property.PropertyType}."));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void CrossingType_OfTheApp_ComesBackAsItWas(string name)
    {
        var type = Named(name);
        var value = Make(type, 1);
        foreach (var options in new[] { JsonSerializerOptions.Default, JsonSerializerOptions.Web })
        {
            var json = JsonSerializer.Serialize(value, type, options);

            Assert.Equal(value, JsonSerializer.Deserialize(json, type, options));
        }
    }

    [Theory]
    [InlineData(typeof(DayOfWeek))]
    [InlineData(typeof(double))]
    [InlineData(typeof(Uri))]
    [InlineData(typeof(DateOnly))]
    public void IsPlain_OfAnythingElse_IsFalse(Type type) => Assert.False(IsPlain(type));

    private static Type Named(string name) => CrossingTypes.All.Single(type => string.Equals(type.FullName, name, StringComparison.Ordinal));

    private static bool IsRecord(Type type) => type.GetMethod("<Clone>$") is not null;

    private static bool IsPlain(Type type) =>
        type == typeof(string) || type == typeof(int) || type == typeof(long) || type == typeof(bool) || type == typeof(DateTimeOffset)
        || (type.IsArray && IsPlain(type.GetElementType()!))
        || (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IReadOnlyList<>) && IsPlain(type.GetGenericArguments()[0]))
        || (IsRecord(type) && type.GetProperties().All(property => IsPlain(property.PropertyType)));

    // Values that are no type's default, so that a property that is lost on the way shows.
    private static object Make(Type type, int seed) =>
        type == typeof(string) ? FormattableString.Invariant($"text {seed}")
        : type == typeof(int) ? seed + 10
        : type == typeof(long) ? (1L << 40) + seed
        : type == typeof(bool) ? true
        : type == typeof(DateTimeOffset) ? new DateTimeOffset(2026, 5, 18, 3, 4, seed % 60, TimeSpan.FromHours(-5))
        : type.GetConstructors().OrderByDescending(constructor => constructor.GetParameters().Length).First() is ConstructorInfo constructor
            ? constructor.Invoke([.. constructor.GetParameters().Select((parameter, index) => Make(parameter.ParameterType, seed + index))])
            : throw new NotSupportedException(type.FullName);
}
