namespace ClosingGap.Ingest.Validation;

/// <summary>When references are checked.</summary>
internal enum ReferencePass
{
    /// <summary>As the row is read; what points ahead in its own file is held.</summary>
    Reading,

    /// <summary>As the row is read, with no room left to hold it.</summary>
    ReadingWithoutRoom,

    /// <summary>At the end of the file: only what points into the file itself.</summary>
    EndOfFile,
}
