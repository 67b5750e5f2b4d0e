namespace ClosingGap.Local;

/// <summary>What the exit code says.</summary>
internal static class ExitCodes
{
    public const int Done = 0;
    public const int NotPublished = 1;
    public const int WrongArguments = 2;
    public const int Fault = 3;
}
