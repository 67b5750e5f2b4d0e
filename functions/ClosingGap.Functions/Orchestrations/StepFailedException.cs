namespace ClosingGap.Functions.Orchestrations;

/// <summary>
/// Stands for the exception of a function whose message stays behind: engines and hosts keep messages, and that one may hold a row's
/// content. The message of this one is the type of that one.
/// </summary>
public sealed class StepFailedException : Exception
{
    public StepFailedException()
    {
    }

    /// <param name="message">The full name of the exception's type.</param>
    public StepFailedException(string message)
        : base(message)
    {
    }

    public StepFailedException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
