namespace ClosingGap.Ingest.Profiles.Mapping;

/// <summary>One operator of the closed set that makes a cell. Operators nest, at most eight deep; none computes anything else.</summary>
public abstract record ValueMapping
{
    private protected ValueMapping()
    {
    }
}
