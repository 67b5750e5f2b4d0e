namespace ClosingGap.Pipeline.Districts;

/// <summary>A registration has a value that is not acceptable.</summary>
public sealed class RegistrationInvalidException : Exception
{
    public RegistrationInvalidException()
    {
    }

    public RegistrationInvalidException(string message)
        : base(message)
    {
    }

    public RegistrationInvalidException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    /// <param name="property">The property that is wrong.</param>
    /// <param name="rule">What it has to be.</param>
    public RegistrationInvalidException(string property, string rule)
        : base($"{property} {rule}") => Property = property;

    /// <summary>The property that is wrong.</summary>
    public string? Property { get; }
}
