namespace ClosingGap.Cli.Service;

/// <summary>How many students and sections of another system were found in the roster.</summary>
internal sealed record DropStatusJoins
{
    public long StudentsJoined { get; set; }

    public long StudentsNotJoined { get; set; }

    public long StudentsAmbiguous { get; set; }

    public long StudentsWithoutId { get; set; }

    public long SectionsJoined { get; set; }

    public long SectionsNotJoined { get; set; }
}
