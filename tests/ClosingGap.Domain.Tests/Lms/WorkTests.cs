using ClosingGap.Domain.Indicators;
using ClosingGap.Domain.Indicators.Lms;
using ClosingGap.Domain.Lms;
using static ClosingGap.Domain.Tests.Lms.GivenLms;

namespace ClosingGap.Domain.Tests.Lms;

public sealed class WorkTests
{
    private const string Missing = IndicatorIds.LmsMissingWork;
    private const string Late = IndicatorIds.LmsLateWork;

    private static LmsYear OneDue => Year(Due("a", At(2, 1, 12)));

    [Theory]
    [InlineData(LmsSubmissionStatus.Missing, null, 1, 0, 1)]
    [InlineData(LmsSubmissionStatus.NotSubmitted, null, 1, 0, 1)]
    [InlineData(LmsSubmissionStatus.Submitted, null, 0, 0, 1)]
    [InlineData(LmsSubmissionStatus.Graded, null, 0, 0, 1)]
    [InlineData(LmsSubmissionStatus.Late, null, 0, 1, 1)]
    [InlineData(LmsSubmissionStatus.Excused, null, 0, 0, 0)]
    [InlineData(LmsSubmissionStatus.Other, null, 0, 0, 0)]
    [InlineData(LmsSubmissionStatus.Graded, "2022-02-01T12:00:00", 0, 0, 1)]
    [InlineData(LmsSubmissionStatus.Graded, "2022-02-01T12:00:01", 0, 1, 1)]
    [InlineData(LmsSubmissionStatus.Other, "2022-01-31T00:00:00", 0, 0, 1)]
    [InlineData(LmsSubmissionStatus.Late, "2022-01-31T00:00:00", 0, 1, 1)]
    [InlineData(LmsSubmissionStatus.Missing, "2022-01-31T00:00:00", 1, 0, 1)]
    [InlineData(LmsSubmissionStatus.Submitted, "2022-03-15T23:59:59", 0, 1, 1)]
    [InlineData(LmsSubmissionStatus.Submitted, "2022-03-16T00:00:00", 1, 0, 1)]
    public void Work_OfEachStatus_CountsAsItsRuleSays(LmsSubmissionStatus status, string? at, int missing, int late, int due)
    {
        var time = at is null ? (DateTime?)null : DateTime.Parse(at, System.Globalization.CultureInfo.InvariantCulture);
        var record = Record(new LmsSubmission("a", status, time));
        var handedIn = due - missing;

        Assert.Equal((missing, due, due == 0 ? MissingEvidence.Rows : MissingEvidence.None), Work(Missing, record, OneDue));
        Assert.Equal((late, handedIn, handedIn == 0 ? MissingEvidence.Rows : MissingEvidence.None), Work(Late, record, OneDue));
    }

    [Fact]
    public void Work_WithoutAnyRow_IsMissing() => Assert.Equal((1, 1, MissingEvidence.None), Work(Missing, Record(), OneDue));

    [Theory]
    [InlineData(2022, 3, 15, 23, 59, 1)]
    [InlineData(2022, 3, 16, 0, 0, 0)]
    [InlineData(2021, 7, 1, 0, 0, 1)]
    [InlineData(2021, 6, 30, 23, 59, 0)]
    public void Work_IsDueFromTheFirstDayToTheEndOfTheAsOfDay(int year, int month, int day, int hour, int minute, int due) =>
        Assert.Equal(due, Work(Missing, Record(), Year(Due("a", new DateTime(year, month, day, hour, minute, 0)))).Denominator);

    [Fact]
    public void Work_ThatIsNotExpected_CountsNowhere()
    {
        var year = Year(
            Due("left", At(2, 1), Left), Due("unknown", At(2, 1), "no-such"), Due("never due", null),
            Due("nothing to hand in", At(2, 1)) with { SubmissionRequired = false }, new LmsAssignment("of nobody", null, null, null, At(2, 1)));

        Assert.Equal((0, 0, MissingEvidence.Rows), Work(Missing, Record(new LmsSubmission("left", LmsSubmissionStatus.Missing)), year));
    }

    [Fact]
    public void Work_OfACourse_IsDueOnceInEachStudentsSectionsOfIt()
    {
        var year = Year(new LmsAssignment("c", null, Course, "Course work", At(2, 1)), new LmsAssignment("elsewhere", null, "course-3", "Other", At(2, 1)));
        var record = Record() with { Associations = [new(Section, LmsEnrollmentStatus.Active), new(Other, LmsEnrollmentStatus.Completed)] };

        var fact = Fact(Missing, record, year);

        Assert.Equal((1, 1), (fact.Numerator, fact.Denominator));
        Assert.Equal(new FactItem(new DateOnly(2022, 2, 1), "class-1", null, "Course work"), Assert.Single(fact.Items!));
    }

    [Fact]
    public void Section_WithASecondActiveAssociation_IsExpected()
    {
        var record = Record() with { Associations = [new(Section, LmsEnrollmentStatus.Inactive), new(Section, LmsEnrollmentStatus.Active)] };

        Assert.Equal(1, Work(Missing, record, OneDue).Denominator);
    }

    [Fact]
    public void SeveralRowsOfAnAssignment_CountAsTheBestOfThem()
    {
        var record = Record(new("a", LmsSubmissionStatus.Missing), new("a", LmsSubmissionStatus.Late, At(2, 3)), new("a", LmsSubmissionStatus.Submitted, At(1, 31)));

        Assert.Equal((0, 1, MissingEvidence.None), Work(Late, record, OneDue));
        Assert.Equal(1, Fact(Missing, Record(new("a", LmsSubmissionStatus.Submitted), new("a", LmsSubmissionStatus.Excused)), OneDue).Number(LmsWorkIndicator.Excused));
    }

    [Fact]
    public void Items_AreTheNewestTen_WithClassTitleAndDaysLate()
    {
        var year = Year([.. Enumerable.Range(1, 14).Select(day => Due($"{day:00}", At(2, day), day == 14 ? Other : Section))]);
        var record = Record([.. Enumerable.Range(1, 14).Select(day => new LmsSubmission($"{day:00}", LmsSubmissionStatus.Submitted, At(2, day + 3, 8)))]) with
        {
            Associations = [new(Section, LmsEnrollmentStatus.Active), new(Other, LmsEnrollmentStatus.Active)],
        };

        var fact = Fact(Late, record, year);

        Assert.Equal((14, 14, FactItem.Most), (fact.Numerator, fact.Denominator, fact.Items!.Count));
        Assert.Equal(new FactItem(new DateOnly(2022, 2, 14), null, "Writing", "Work 14", 3), fact.Items[0]);
        Assert.Equal(Enumerable.Range(5, 10).Reverse(), fact.Items.Select(item => item.Date!.Value.Day));
        Assert.DoesNotContain("Work", fact.Items[0].ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void StudentWithoutAccount_HasNoNumberOfMissingWork()
    {
        foreach (var fact in Assess(null, OneDue).Facts.Where(fact => fact.Source == Source))
        {
            Assert.Equal((0, 0, MissingEvidence.Account), (fact.Numerator, fact.Denominator, fact.Missing));
        }
    }

    [Theory]
    [InlineData(LmsTables.Assignments)]
    [InlineData(LmsTables.Submissions)]
    [InlineData(LmsTables.SectionAssociations)]
    public void Work_WithoutOneOfItsTables_IsNotMeasured(LmsTables without) =>
        Assert.Equal((0, 0, MissingEvidence.Table), Work(Missing, Record(), OneDue with { Tables = LmsTables.All & ~without }));

    [Fact]
    public void DistrictWithoutLms_HasNoFactOfIt() =>
        Assert.DoesNotContain(Assess(Record()).Facts, fact => fact.Indicator.StartsWith("lms", StringComparison.Ordinal));

    [Fact]
    public void TwoSources_AreMeasuredEachByItself()
    {
        var other = Year(Due("b", At(1, 10))) with { Source = "second", AsOf = new DateOnly(2022, 2, 1) };

        var facts = Assess(Record(), OneDue, other).Facts.Where(fact => fact.Indicator == Missing).ToList();

        Assert.Equal([("lms", 1L, MissingEvidence.None), ("second", 0L, MissingEvidence.Account)], facts.Select(fact => (fact.Source!, fact.Numerator, fact.Missing)));
    }
}
