using ClosingGap.Domain.Milestones;

namespace ClosingGap.Domain.Indicators;

/// <summary>Where the bands of attendance begin: integer shares of half days, reached at equality.</summary>
/// <param name="AtRiskNumerator">At-risk share.</param>
/// <param name="AtRiskDenominator">At-risk share.</param>
/// <param name="ChronicNumerator">Chronic share.</param>
/// <param name="ChronicDenominator">Chronic share.</param>
/// <param name="MinimumDays">Fewer membership days are not measured.</param>
public readonly record struct AttendanceThresholds(
    int AtRiskNumerator, int AtRiskDenominator, int ChronicNumerator, int ChronicDenominator, int MinimumDays)
{
    /// <summary>5 %, 10 %, 10 days (EDFacts FS195).</summary>
    public static AttendanceThresholds Default { get; } = new(1, 20, 1, 10, 10);

    /// <summary>Those of the first attendance milestone of a set, else the default.</summary>
    public static AttendanceThresholds Of(IEnumerable<MilestoneDefinition> inForce)
    {
        ArgumentNullException.ThrowIfNull(inForce);
        foreach (var definition in inForce)
        {
            if (definition.Set is null && string.Equals(definition.Indicator, IndicatorIds.AttendanceRate, StringComparison.Ordinal))
            {
                return Of(definition);
            }
        }

        return Default;
    }

    /// <summary>Those of an attendance milestone.</summary>
    public static AttendanceThresholds Of(MilestoneDefinition definition)
    {
        ArgumentNullException.ThrowIfNull(definition);
        return new AttendanceThresholds(
            definition.AtRiskNumerator ?? definition.OffTrackNumerator ?? 1, definition.AtRiskNumerator is null ? definition.OffTrackDenominator : definition.AtRiskDenominator,
            definition.OffTrackNumerator ?? 1, definition.OffTrackDenominator, definition.MinimumEvidence);
    }

    /// <summary>The band of an attendance fact. Products of integers are compared, never a rounded percentage.</summary>
    public AttendanceBand BandOf(Fact fact)
    {
        ArgumentNullException.ThrowIfNull(fact);
        return fact.Missing != MissingEvidence.None ? AttendanceBand.NotMeasured : BandOf(fact.Numerator, fact.Denominator);
    }

    /// <summary>The band of half days absent of half days of membership.</summary>
    public AttendanceBand BandOf(long absent, long member)
    {
        if (member < 2L * MinimumDays)
        {
            return AttendanceBand.NotMeasured;
        }

        if (absent * ChronicDenominator >= member * ChronicNumerator)
        {
            return AttendanceBand.Chronic;
        }

        if (absent * AtRiskDenominator >= member * AtRiskNumerator)
        {
            return AttendanceBand.AtRisk;
        }

        return absent > 0 ? AttendanceBand.Satisfactory : AttendanceBand.None;
    }
}
