namespace ClosingGap.Pipeline.Releases;

/// <summary>A calendar has a value that is not acceptable; nothing was changed.</summary>
public sealed class CalendarInvalidException : Exception
{
    public CalendarInvalidException()
    {
    }

    /// <param name="message">Which value, and what it has to be.</param>
    public CalendarInvalidException(string message)
        : base(message)
    {
    }

    public CalendarInvalidException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
