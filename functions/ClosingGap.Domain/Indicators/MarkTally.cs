using ClosingGap.Domain.Roster;
using ClosingGap.Domain.Settings;

namespace ClosingGap.Domain.Indicators;

/// <summary>Counts marks.</summary>
internal sealed class MarkTally
{
    /// <summary>Classes with a mark.</summary>
    public long Count { get; private set; }

    /// <summary>Classes with a failing mark.</summary>
    public long Failed { get; private set; }

    /// <summary>Marks that are numbers, or letters that stand for one.</summary>
    public long Numbers { get; private set; }

    /// <summary>Their sum, in hundredths.</summary>
    public long SumHundredths { get; private set; }

    /// <summary>The fewest grade points, in hundredths; null when no mark has points.</summary>
    public int? LowestPoints { get; private set; }

    public void Add(in PeriodGrade mark, GradeSettings settings)
    {
        Count++;
        Failed += LatestMarks.IsFailing(mark, settings) ? 1 : 0;
        if (settings.Scale.NumberOf(mark.Letter, mark.NumericHundredths) is { } number)
        {
            Numbers++;
            SumHundredths += number;
        }

        if (settings.Scale.PointsOf(mark.Letter, mark.NumericHundredths) is { } points && !(LowestPoints <= points))
        {
            LowestPoints = points;
        }
    }
}
