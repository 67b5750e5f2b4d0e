using ClosingGap.Domain.Evaluation;

namespace ClosingGap.Domain.Tests.Evaluation;

public sealed class OutcomeDefinitionTests
{
    private static readonly DateOnly AsOf = new(2023, 6, 1);

    [Theory]
    [InlineData(OutcomeKind.DroppedOut, OutcomeClass.Adverse)]
    [InlineData(OutcomeKind.Graduated, OutcomeClass.NotAdverse)]
    [InlineData(OutcomeKind.LeftOtherwise, OutcomeClass.NotCounted)]
    [InlineData(OutcomeKind.FailingCourses, OutcomeClass.NotCounted)]
    [InlineData(OutcomeKind.Unknown, OutcomeClass.NotCounted)]
    public void ClassOf_ForGraduation_IsAsDeclared(OutcomeKind kind, OutcomeClass expected) =>
        Assert.Equal(expected, OutcomeDefinition.NotGraduating.ClassOf(new Outcome(kind, AsOf.AddDays(1)), AsOf));

    [Theory]
    [InlineData(OutcomeKind.FailingCourses, OutcomeClass.Adverse)]
    [InlineData(OutcomeKind.DroppedOut, OutcomeClass.Adverse)]
    [InlineData(OutcomeKind.PassingCourses, OutcomeClass.NotAdverse)]
    [InlineData(OutcomeKind.Graduated, OutcomeClass.NotAdverse)]
    [InlineData(OutcomeKind.LeftOtherwise, OutcomeClass.NotCounted)]
    public void ClassOf_ForLaterMarks_IsAsDeclared(OutcomeKind kind, OutcomeClass expected) =>
        Assert.Equal(expected, OutcomeDefinition.FailingCourses.ClassOf(new Outcome(kind, AsOf.AddDays(1)), AsOf));

    [Theory]
    [InlineData(-1, OutcomeClass.NotCounted)]
    [InlineData(0, OutcomeClass.NotCounted)]
    [InlineData(1, OutcomeClass.Adverse)]
    public void ClassOf_AnOutcome_CountsOnlyAfterTheFlag(int days, OutcomeClass expected) =>
        Assert.Equal(expected, OutcomeDefinition.NotGraduating.ClassOf(new Outcome(OutcomeKind.DroppedOut, AsOf.AddDays(days)), AsOf));

    [Fact]
    public void ClassOf_NoOutcome_IsNotCounted() =>
        Assert.Equal(OutcomeClass.NotCounted, OutcomeDefinition.NotGraduating.ClassOf(null, AsOf));

    [Theory]
    [InlineData(new[] { OutcomeKind.DroppedOut }, new[] { OutcomeKind.DroppedOut, OutcomeKind.Graduated })]
    [InlineData(new[] { OutcomeKind.Unknown }, new[] { OutcomeKind.Graduated })]
    [InlineData(new[] { OutcomeKind.DroppedOut }, new[] { (OutcomeKind)99 })]
    [InlineData(new OutcomeKind[0], new[] { OutcomeKind.Graduated })]
    [InlineData(new[] { OutcomeKind.DroppedOut }, new OutcomeKind[0])]
    public void Definition_ThatContradictsItself_IsRefused(OutcomeKind[] adverse, OutcomeKind[] notAdverse) =>
        Assert.Throws<ArgumentException>(() => new OutcomeDefinition("x", adverse, notAdverse));
}
