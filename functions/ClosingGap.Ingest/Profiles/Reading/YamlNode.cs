namespace ClosingGap.Ingest.Profiles.Reading;

/// <summary>A node of a YAML text with the line on which it begins.</summary>
internal abstract record YamlNode(int Line)
{
    /// <summary>What it is, in the words of an error.</summary>
    public abstract string Kind { get; }
}
