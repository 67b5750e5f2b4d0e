using ClosingGap.Domain.Indicators;
using ClosingGap.Domain.Indicators.Lms;
using ClosingGap.Domain.Lms;
using static ClosingGap.Domain.Tests.Lms.GivenLms;

namespace ClosingGap.Domain.Tests.Lms;

public sealed class ActivityAndScoreTests
{
    [Fact]
    public void LastActivity_IsTheLatestTimeUpToTheAsOfDay_OfAnyKind()
    {
        var record = Record(new LmsSubmission("x", LmsSubmissionStatus.Submitted, At(3, 1, 9)), new LmsSubmission("y", LmsSubmissionStatus.Submitted, At(3, 16))) with
        {
            Activities = [new(At(3, 5, 23, 59), null), new(At(5, 1), 100)],
        };

        var fact = Fact(IndicatorIds.LmsLastActivity, record, Year());

        Assert.Equal((10, 0, FactUnit.Days, MissingEvidence.None), (fact.Numerator, fact.Denominator, fact.Unit, fact.Missing));
        Assert.Equal(new DateOnly(2022, 3, 5), fact.Date(LmsLastActivityIndicator.LastActivityDate));
        var seen = record with { Associations = [new(Left, LmsEnrollmentStatus.Inactive, At(3, 15, 23, 59))] };
        Assert.Equal(0, Fact(IndicatorIds.LmsLastActivity, seen, Year()).Numerator);
    }

    [Fact]
    public void LastActivity_OfAnEarlierSchoolYearOrNone_IsNotMeasured()
    {
        Assert.Equal((0, 0, MissingEvidence.Rows), Work(IndicatorIds.LmsLastActivity, Record(), Year()));
        var before = Record() with { Activities = [new(new DateTime(2021, 6, 30, 23, 0, 0), 100)] };
        Assert.Equal(MissingEvidence.Rows, Work(IndicatorIds.LmsLastActivity, before, Year()).Missing);
        Assert.Equal(MissingEvidence.Table, Work(IndicatorIds.LmsLastActivity, Record(), Year() with { Tables = LmsTables.Users | LmsTables.Grades }).Missing);
        Assert.Equal(MissingEvidence.Rows, Work(IndicatorIds.LmsLastActivity, Record(), Year() with { Tables = LmsTables.Activities }).Missing);
    }

    [Fact]
    public void Minutes_AreSummedInTheWindow_AndOfItsLast28Days()
    {
        var record = Record() with
        {
            // The 28 days up to 15 March begin on 16 February.
            Activities = [new(At(2, 16), 1050), new(At(2, 15, 23, 59), 200), new(At(3, 15, 23), 25), new(At(3, 16), 9999), new(At(3, 1), null), new(At(9, 1), 400)],
        };

        var fact = Fact(IndicatorIds.LmsActivityMinutes, record, Year());

        Assert.Equal((1675, 0, FactUnit.MinuteHundredths), (fact.Numerator, fact.Denominator, fact.Unit));
        Assert.Equal((1075, 5, 1), (fact.Number(LmsActivityMinutesIndicator.RecentHundredths), fact.Number(LmsActivityMinutesIndicator.Activities), fact.Number(LmsActivityMinutesIndicator.WithoutMinutes)));
    }

    [Fact]
    public void Minutes_ThatNobodyRecorded_AreNotZero()
    {
        var record = Record() with { Activities = [new(At(3, 1), null)] };

        Assert.Equal(MissingEvidence.Length, Work(IndicatorIds.LmsActivityMinutes, record, Year()).Missing);
        Assert.Equal(MissingEvidence.Rows, Work(IndicatorIds.LmsActivityMinutes, Record(), Year()).Missing);
        Assert.Equal(MissingEvidence.Table, Work(IndicatorIds.LmsActivityMinutes, record, Year() with { Tables = LmsTables.All & ~LmsTables.Activities }).Missing);
    }

    [Fact]
    public void Scores_AreOfTheSectionsOfTheStudent_CurrentBeforeFinalAndTheNewest()
    {
        var record = Record() with
        {
            Associations = [new(Section, LmsEnrollmentStatus.Active), new(Other, LmsEnrollmentStatus.Completed), new(Left, LmsEnrollmentStatus.Inactive)],
            Grades =
            [
                new("9", Section, false, "B", 8800), new("10", Section, false, "C", 7150), new("11", Section, true, "A", 9900),
                new("12", Other, true, null, 6000), new("13", Left, false, "F", 1000), new("14", "section-4", false, "A", 9500),
            ],
        };

        var fact = Fact(IndicatorIds.LmsCurrentScore, record, Year());

        Assert.Equal((13_150, 2, MissingEvidence.None), (fact.Numerator, fact.Denominator, fact.Missing));
        Assert.Equal([new FactItem(Section: "Writing", Number: 6000), new FactItem(ClassSourcedId: "class-1", Number: 7150, Letter: "C")], fact.Items!);
    }

    [Fact]
    public void Scores_OfLettersAlone_AreItemsWithoutANumber()
    {
        var record = Record() with { Grades = [new("1", Section, false, "B+", null), new("2", Section, false, " ", null)] };

        var fact = Fact(IndicatorIds.LmsCurrentScore, record, Year());

        Assert.Equal((0, 0, 1, MissingEvidence.None), (fact.Numerator, fact.Denominator, fact.Number(LmsScoreIndicator.Sections), fact.Missing));
        Assert.Equal("B+", Assert.Single(fact.Items!).Letter);
        Assert.Equal(MissingEvidence.Rows, Work(IndicatorIds.LmsCurrentScore, Record(), Year()).Missing);
    }

    [Theory]
    [InlineData("completed", LmsEnrollmentStatus.Completed)]
    [InlineData(" Active ", LmsEnrollmentStatus.Active)]
    [InlineData("active, invited", LmsEnrollmentStatus.Other)]
    [InlineData("2", LmsEnrollmentStatus.Other)]
    [InlineData(null, LmsEnrollmentStatus.Other)]
    public void EnrollmentStatus_IsReadByItsWord(string? code, LmsEnrollmentStatus status) => Assert.Equal(status, LmsCodes.EnrollmentStatusOf(code));

    [Fact]
    public void SubmissionStatus_IsReadByItsWord() => Assert.Equal(
        (LmsSubmissionStatus.NotSubmitted, LmsSubmissionStatus.Other, true, false),
        (LmsCodes.SubmissionStatusOf("notSubmitted"), LmsCodes.SubmissionStatusOf("resubmitted"), LmsCodes.IsFinal("Final"), LmsCodes.IsFinal("current")));
}
