using ClosingGap.Pipeline.Rollups;

namespace ClosingGap.Pipeline.Releases;

/// <summary>A page of one measure of a release.</summary>
/// <param name="State">The state.</param>
/// <param name="Release">The release.</param>
/// <param name="Measure">The measure.</param>
/// <param name="Title">What people read.</param>
/// <param name="Organisations">The organisations with their groups.</param>
/// <param name="Next">What to ask for the next page; null: this was the last.</param>
public sealed record MeasurePage(
    string State, string Release, string Measure, string Title, IReadOnlyList<OrganisationLine> Organisations, string? Next);
