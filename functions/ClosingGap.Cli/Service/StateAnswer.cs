using System.Text.Json;

namespace ClosingGap.Cli.Service;

/// <summary>What is published of a state.</summary>
internal sealed record StateAnswer(string State, ReleaseStatus Release, JsonElement Metadata);
