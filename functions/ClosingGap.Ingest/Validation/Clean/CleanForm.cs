namespace ClosingGap.Ingest.Validation.Clean;

/// <summary>How a filled cell of a column is known to be clean: canonical as it stands, and with nothing to report.</summary>
internal enum CleanForm
{
    /// <summary>Any text.</summary>
    Text,

    /// <summary>Text of printable ASCII.</summary>
    PlainText,

    /// <summary>An id by the standard's characters.</summary>
    Guid,

    /// <summary>One of the column's tokens.</summary>
    Token,

    /// <summary><c>true</c> or <c>false</c>.</summary>
    Boolean,

    /// <summary><c>yyyy-MM-dd</c>.</summary>
    Date,

    /// <summary>A number in its shortest form.</summary>
    Number,

    /// <summary>One user id of printable ASCII, <c>{type:id}</c>.</summary>
    UserId,

    /// <summary>A cell that was read before and found sound.</summary>
    Remembered,
}
