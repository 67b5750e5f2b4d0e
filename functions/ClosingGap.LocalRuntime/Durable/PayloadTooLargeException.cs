namespace ClosingGap.LocalRuntime.Durable;

/// <summary>A payload is larger than the engine accepts.</summary>
internal sealed class PayloadTooLargeException(string message) : InvalidOperationException(message);
