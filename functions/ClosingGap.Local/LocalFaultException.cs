namespace ClosingGap.Local;

/// <summary>Something that this program needs is missing or failed. The message says what, and what to do.</summary>
internal sealed class LocalFaultException(string message) : Exception(message);
