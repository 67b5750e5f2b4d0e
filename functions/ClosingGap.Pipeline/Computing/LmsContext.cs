using ClosingGap.Domain.Lms;

namespace ClosingGap.Pipeline.Computing;

/// <summary>What holds for all students of one source with LMS data.</summary>
/// <param name="Source">The source.</param>
/// <param name="SchoolYear">The school year of its data (the ending year).</param>
/// <param name="FirstDay">Its first day.</param>
/// <param name="LastDay">Its last day.</param>
/// <param name="AsOf">The as-of date of its facts.</param>
/// <param name="Tables">Its tables that hold rows.</param>
/// <param name="HoldsRoster">True when the same source brings the roster.</param>
public sealed record LmsContext(string Source, int SchoolYear, DateOnly FirstDay, DateOnly LastDay, DateOnly AsOf, LmsTables Tables, bool HoldsRoster);
