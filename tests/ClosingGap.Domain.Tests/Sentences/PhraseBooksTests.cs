using ClosingGap.Domain.Explanations;
using ClosingGap.Domain.Explanations.Templates;
using ClosingGap.Domain.Indicators;
using ClosingGap.Domain.Milestones;
using ClosingGap.Domain.Tests.Properties;

namespace ClosingGap.Domain.Tests.Sentences;

public sealed class PhraseBooksTests(ITestOutputHelper output)
{
    [Fact]
    public void Spanish_HasEverySentenceOfTheEnglishWithTheSameValues() => Assert.Empty(PhraseBooks.Spanish.Against(PhraseBooks.English));

    [Fact]
    public void Phrases_OfEveryTopic_TellWhatWasFoundAndWhatIsMissing()
    {
        foreach (var scale in IndicatorScale.All)
        {
            Assert.True(PhraseBooks.English.Has(scale.Topic + ".some"), scale.Topic);
            Assert.True(PhraseBooks.English.Has(scale.Topic + ".some.student"), scale.Topic);
            Assert.True(PhraseBooks.English.Has(scale.Topic + ".missing.table"), scale.Topic);
            Assert.True(!scale.CountsEvidence || PhraseBooks.English.Has(scale.Topic + ".needed"), scale.Topic);
        }
    }

    [Fact]
    public void Sentences_OfAnyStudentInAnyLanguage_CanBeWrittenAndNameNobody() => PropertyCheck.Holds(output, Scenario.Any, scenario =>
    {
        foreach (var verdict in Verdicts.StudentAssessment.Assess(scenario.Student, scenario.Context, scenario.Settings, Given.Milestones).Verdicts)
        {
            foreach (var book in PhraseBooks.All)
            {
                foreach (var audience in Enum.GetValues<Audience>())
                {
                    var sentence = verdict.In(book, audience);

                    Assert.EndsWith(".", sentence, StringComparison.Ordinal);
                    Assert.DoesNotContain("student-", sentence, StringComparison.Ordinal);
                    Assert.DoesNotContain("{", sentence, StringComparison.Ordinal);
                    Assert.InRange(sentence.Length, 20, 400);
                }
            }
        }
    });

    [Fact]
    public void StudentSentence_OfOneWhoMayStillMissDays_SaysHowMany()
    {
        // 4 of 100 days absent, 80 to come: 5 % of 180 days are 9 days.
        var verdict = Given.Verdict(Given.Assess(Given.Member(Given.AbsentOn([1, 2, 3, 4])), Given.Year(100)), Given.ChronicAbsence);

        Assert.Equal(VerdictStatus.OnTrack, verdict.Status);
        Assert.Equal(new NextStep(NextStepKind.MayMiss, 5m, 5m, Given.Day(180)), verdict.Reasons[0].Next);
        Assert.Contains("5 more days absent before " + Phrases.Date(Given.Day(180)), verdict.In(PhraseBooks.English, Audience.Student), StringComparison.Ordinal);
        Assert.Contains("5 días más de ausencia antes del", verdict.In(PhraseBooks.Spanish, Audience.Student), StringComparison.Ordinal);
    }
}
