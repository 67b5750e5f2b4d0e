namespace ClosingGap.Functions.Http;

/// <summary>Whether the app and its stores answer.</summary>
/// <param name="Status"><c>ok</c> or <c>unavailable</c>.</param>
/// <param name="Version">The app's version.</param>
/// <param name="Store">The document store: <c>ok</c> or <c>unavailable</c>.</param>
/// <param name="Blobs">The blob store: <c>ok</c> or <c>unavailable</c>.</param>
public sealed record HealthAnswer(string Status, string Version, string Store, string Blobs);
