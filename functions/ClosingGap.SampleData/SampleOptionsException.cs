namespace ClosingGap.SampleData;

/// <summary>An option is outside its range; the message says which and what is allowed.</summary>
public sealed class SampleOptionsException(string code, string message) : ArgumentException($"{code}: {message}")
{
    /// <summary>A stable code such as <c>sample_students_range</c>.</summary>
    public string Code { get; } = code;
}
