using System.Numerics;
using ClosingGap.Domain.Roster;

namespace ClosingGap.Domain.Groups;

/// <summary>The seven federal reporting categories (US Department of Education, 72 FR 59266): Hispanic of any race first, then two or more races, then the single race; else unknown.</summary>
public static class RaceEthnicity
{
    public const string HispanicOrLatino = "HispanicOrLatino";
    public const string TwoOrMoreRaces = "TwoOrMoreRaces";
    public const string Unknown = "Unknown";

    private static readonly RaceFlags[] s_single =
        [.. Enum.GetValues<RaceFlags>().Where(race => BitOperations.PopCount((uint)race) == 1 && race != RaceFlags.TwoOrMoreRaces)];

    /// <summary>The values of both dimensions of race.</summary>
    public static IReadOnlyList<string> Values { get; } = [.. s_single.Select(race => race.ToString()), HispanicOrLatino, TwoOrMoreRaces, Unknown];

    /// <summary>The category's stable name.</summary>
    public static string Of(Demographics? demographics)
    {
        if (demographics is null)
        {
            return Unknown;
        }

        if (demographics.HispanicOrLatino)
        {
            return HispanicOrLatino;
        }

        var single = demographics.Races & ~RaceFlags.TwoOrMoreRaces;
        if (demographics.Races.HasFlag(RaceFlags.TwoOrMoreRaces) || BitOperations.PopCount((uint)single) > 1)
        {
            return TwoOrMoreRaces;
        }

        return single switch
        {
            RaceFlags.AmericanIndianOrAlaskaNative => nameof(RaceFlags.AmericanIndianOrAlaskaNative),
            RaceFlags.Asian => nameof(RaceFlags.Asian),
            RaceFlags.BlackOrAfricanAmerican => nameof(RaceFlags.BlackOrAfricanAmerican),
            RaceFlags.NativeHawaiianOrOtherPacificIslander => nameof(RaceFlags.NativeHawaiianOrOtherPacificIslander),
            RaceFlags.White => nameof(RaceFlags.White),
            _ => Unknown,
        };
    }

    /// <summary>
    /// Everything that is marked, all that apply (OMB Statistical Policy Directive 15): Hispanic or Latino beside the races. "Two or more"
    /// stands alone only where the row does not say which; nothing marked is unknown.
    /// </summary>
    public static IReadOnlyList<string> AllOf(Demographics? demographics)
    {
        var single = (demographics?.Races ?? RaceFlags.None) & ~RaceFlags.TwoOrMoreRaces;
        var marked = new List<string>(1);
        if (demographics?.HispanicOrLatino == true)
        {
            marked.Add(HispanicOrLatino);
        }

        foreach (var race in s_single)
        {
            if (single.HasFlag(race))
            {
                marked.Add(race.ToString());
            }
        }

        if (single == RaceFlags.None && demographics?.Races.HasFlag(RaceFlags.TwoOrMoreRaces) == true)
        {
            marked.Add(TwoOrMoreRaces);
        }

        return marked.Count == 0 ? [Unknown] : marked;
    }
}
