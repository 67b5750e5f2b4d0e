namespace ClosingGap.Pipeline.Rollups;

/// <summary>The steps of a rollup, in their order.</summary>
public static class RollupSteps
{
    /// <summary>Each district's version is fixed and its students are counted.</summary>
    public const int Districts = 0;

    /// <summary>The keys of students are merged.</summary>
    public const int Merge = 1;

    /// <summary>What another district owns is taken back.</summary>
    public const int TakeBack = 2;

    /// <summary>The table is made.</summary>
    public const int Build = 3;

    /// <summary>Its measures are protected, one population after the other: each may take all the memory that there is.</summary>
    public const int Protect = 4;

    /// <summary>The candidate is put together.</summary>
    public const int Complete = 5;

    /// <summary>How many pieces are done at the same time.</summary>
    public const int PageSize = 50;
}
