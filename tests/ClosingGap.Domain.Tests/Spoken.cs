using ClosingGap.Domain.Explanations;
using ClosingGap.Domain.Explanations.Templates;
using ClosingGap.Domain.Milestones;

namespace ClosingGap.Domain.Tests;

/// <summary>What is read of a verdict.</summary>
internal static class Spoken
{
    public static string InEnglish(this Verdict verdict) => In(verdict, PhraseBooks.English, Audience.Staff);

    public static string InEnglish(this Reason reason) => Explainer.Write([reason], reason.Status, PhraseBooks.English, Audience.Staff);

    public static string In(this Verdict verdict, PhraseBook book, Audience audience) => Explainer.Write(verdict.Reasons, verdict.Status, book, audience);

    public static decimal Value(this Verdict verdict, string name) => verdict.Reasons[0].Values[name].Number!.Value;
}
