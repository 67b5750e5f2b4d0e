using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using Microsoft.FSharp.Core;

namespace ClosingGap.Pipeline.Tests.Properties;

/// <summary>Checks a property over random cases; the seed is printed, and CLOSINGGAP_SEED gives it again.</summary>
internal static class PropertyCheck
{
    public static void Holds<T>(ITestOutputHelper output, Gen<T> cases, Action<T> property, int count = 300)
    {
        var given = Environment.GetEnvironmentVariable("CLOSINGGAP_SEED");
        var seed = string.IsNullOrEmpty(given) ? (ulong)System.Random.Shared.NextInt64() : ulong.Parse(given, CultureInfo.InvariantCulture);
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"CLOSINGGAP_SEED={seed}, {count} cases"));
        var replay = FSharpOption<Replay>.Some(new Replay(new Rnd(seed), FSharpOption<int>.None));
        Check.One(Config.QuickThrowOnFailure.WithReplay(replay).WithMaxTest(count), Prop.ForAll(cases.ToArbitrary(), property));
    }
}
