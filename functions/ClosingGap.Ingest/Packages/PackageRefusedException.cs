namespace ClosingGap.Ingest.Packages;

/// <summary>A package that is not opened, or not read on: it is broken, hostile, or larger than the limits.</summary>
/// <param name="code">The stable code, one of <c>DiagnosticCodes</c> beginning with <c>package.</c>.</param>
/// <param name="message">What was wrong and where. It may hold a file's name, never a cell.</param>
/// <param name="remedy">What to do about it.</param>
/// <param name="file">The file concerned, or null for the whole package.</param>
/// <param name="inner">What was caught, if anything.</param>
public sealed class PackageRefusedException(string code, string message, string remedy, string? file = null, Exception? inner = null)
    : Exception($"{message} {remedy}", inner)
{
    /// <summary>The stable code.</summary>
    public string Code { get; } = code;

    /// <summary>What to do about it.</summary>
    public string Remedy { get; } = remedy;

    /// <summary>The file concerned, or null for the whole package.</summary>
    public string? File { get; } = file is null ? null : Diagnostics.ShownName.Of(file);
}
