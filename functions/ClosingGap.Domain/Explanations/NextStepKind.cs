namespace ClosingGap.Domain.Explanations;

/// <summary>What would bring a student over the nearest threshold.</summary>
public enum NextStepKind
{
    /// <summary>So many more absences, all else present, reach the threshold by the end of the year.</summary>
    MayMiss = 0,

    /// <summary>So many days present in a row bring the share back below the threshold.</summary>
    Attend = 1,

    /// <summary>The days that remain do not suffice to come back below the threshold.</summary>
    OutOfReach = 2,

    /// <summary>So much more of what is counted reaches the threshold.</summary>
    MayReach = 3,

    /// <summary>So much less of what is counted leaves the threshold behind.</summary>
    Reduce = 4,

    /// <summary>So much more (credits, points) is wanted.</summary>
    Gain = 5,
}
