using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using Microsoft.FSharp.Core;

namespace ClosingGap.Domain.Tests.Properties;

/// <summary>Runs a property with a seed that is printed and can be given again by the environment variable CLOSINGGAP_SEED.</summary>
internal static class PropertyCheck
{
    private const int Cases = 300;

    public static void Holds<T>(ITestOutputHelper output, Gen<T> cases, Action<T> property, int count = Cases)
    {
        var given = Environment.GetEnvironmentVariable("CLOSINGGAP_SEED");
        var seed = string.IsNullOrEmpty(given) ? (ulong)System.Random.Shared.NextInt64() : ulong.Parse(given, CultureInfo.InvariantCulture);
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"CLOSINGGAP_SEED={seed}, {count} cases"));
        var replay = FSharpOption<Replay>.Some(new Replay(new Rnd(seed), FSharpOption<int>.None));
        Check.One(Config.QuickThrowOnFailure.WithReplay(replay).WithMaxTest(count), Prop.ForAll(cases.ToArbitrary(), property));
    }
}
