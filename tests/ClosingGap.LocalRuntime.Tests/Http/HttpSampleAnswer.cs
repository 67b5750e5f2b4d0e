namespace ClosingGap.LocalRuntime.Tests.Http;

public sealed record HttpSampleAnswer(string Text, int Number);
