using System.Numerics;
using ClosingGap.Domain.Roster;

namespace ClosingGap.Domain.Groups;

/// <summary>The seven federal reporting categories (US Department of Education, 72 FR 59266): Hispanic of any race first, then two or more races, then the single race; else unknown.</summary>
public static class RaceEthnicity
{
    public const string HispanicOrLatino = "HispanicOrLatino";
    public const string TwoOrMoreRaces = "TwoOrMoreRaces";
    public const string Unknown = "Unknown";

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
}
