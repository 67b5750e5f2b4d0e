namespace ClosingGap.Pipeline.Tests.Running;

/// <summary>The process died here.</summary>
internal sealed class DeathException() : Exception("The process died.");
