namespace ClosingGap.Cli.Service;

/// <summary>A page of one measure of a state.</summary>
internal sealed record MeasureAnswer(string Release, string Measure, string Title, IReadOnlyList<MeasuredOrganisation> Organisations, string? Next);
