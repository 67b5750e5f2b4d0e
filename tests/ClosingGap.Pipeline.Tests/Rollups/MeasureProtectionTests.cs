using ClosingGap.Domain.Suppression;
using ClosingGap.Pipeline.Rollups;

namespace ClosingGap.Pipeline.Tests.Rollups;

public sealed class MeasureProtectionTests
{
    private static readonly StateTable s_table = new(
        [
            new(OrganisationLevel.State, null, null, "TX"),
            new(OrganisationLevel.District, "TX-1", null, "One"),
            new(OrganisationLevel.District, "TX-2", null, "Two"),
            new(OrganisationLevel.District, "TX-3", null, "Three"),
        ],
        [StateTable.All]);

    private static readonly MeasureTable s_few = Measure("few", 124, 60, 4, 60);
    private static readonly MeasureTable s_many = Measure("many", 180, 60, 60, 60);

    [Fact]
    public void Protect_OfMeasuresOfOtherStudents_LosesNoCellOfTheOne() =>
        Assert.DoesNotContain(Statuses(together: false)[1], status => status == ValueStatus.Suppressed);

    [Fact]
    public void Protect_OfMeasuresTogether_HasOnePattern()
    {
        var statuses = Statuses(together: true);

        Assert.Equal(statuses[0], statuses[1]);
        Assert.Contains(ValueStatus.Suppressed, statuses[1]);
    }

    [Fact]
    public void Protect_InEitherWay_KeepsTheSmallCellBackWithAnother() => Assert.All(
        (bool[])[false, true], together => Assert.True(Statuses(together)[0].Count(status => status == ValueStatus.Suppressed) >= 2));

    private static List<List<ValueStatus>> Statuses(bool together) =>
        [.. MeasureProtection.Protect(s_table, [s_few, s_many], SuppressionRules.Default, together, []).Measures.Select(measure => measure.Cells.Select(cell => cell.Students.Status).ToList())];

    private static MeasureTable Measure(string name, params long[] students) => new(name, [.. students.Select(count => new CountCell(count, count / 2))]);
}
