using ClosingGap.Pipeline.Rollups;

namespace ClosingGap.Pipeline.Releases;

/// <summary>Which part of a measure is asked for.</summary>
/// <param name="Level">The organisations: the state, districts or schools.</param>
/// <param name="District">Those of one district alone; null: of all.</param>
/// <param name="Dimension">The groups of one dimension alone, with all students; null: all groups.</param>
/// <param name="After">The <see cref="MeasurePage.Next"/> of the page before; null: the first page.</param>
/// <param name="PageSize">Organisations of a page, 1 to 200.</param>
public sealed record MeasureQuery(OrganisationLevel Level, string? District, string? Dimension, string? After, int PageSize);
