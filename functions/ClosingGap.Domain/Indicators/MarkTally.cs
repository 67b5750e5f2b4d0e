namespace ClosingGap.Domain.Indicators;

/// <summary>Counts marks.</summary>
internal struct MarkTally
{
    /// <summary>Classes with a mark.</summary>
    public long Count { readonly get; private set; }

    /// <summary>Classes with a failing mark.</summary>
    public long Failed { readonly get; private set; }

    /// <summary>Marks that are numbers, or letters that stand for one.</summary>
    public long Numbers { readonly get; private set; }

    /// <summary>Their sum, in hundredths.</summary>
    public long SumHundredths { readonly get; private set; }

    /// <summary>The fewest grade points, in hundredths; null when no mark has points.</summary>
    public int? LowestPoints { readonly get; private set; }

    /// <summary>Counts one mark.</summary>
    /// <param name="failed">Whether it fails.</param>
    /// <param name="number">The number that it is or stands for, in hundredths, or null.</param>
    /// <param name="points">Its grade points, in hundredths, or null.</param>
    public void Add(bool failed, int? number, int? points)
    {
        Count++;
        Failed += failed ? 1 : 0;
        if (number is { } known)
        {
            Numbers++;
            SumHundredths += known;
        }

        if (points is not null && !(LowestPoints <= points))
        {
            LowestPoints = points;
        }
    }
}
