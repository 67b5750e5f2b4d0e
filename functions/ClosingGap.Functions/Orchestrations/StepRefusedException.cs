namespace ClosingGap.Functions.Orchestrations;

/// <summary>As <see cref="StepFailedException"/>, for an exception that the same call gives whenever it is made.</summary>
public sealed class StepRefusedException : Exception
{
    public StepRefusedException()
    {
    }

    /// <param name="message">The full name of the exception's type.</param>
    public StepRefusedException(string message)
        : base(message)
    {
    }

    public StepRefusedException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
