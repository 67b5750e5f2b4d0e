namespace ClosingGap.Cli;

/// <summary>What the process says to a script that called it.</summary>
public static class ExitCodes
{
    /// <summary>Done; valid; published.</summary>
    public const int Done = 0;

    /// <summary>Rejected, invalid, held, put aside, or not possible in the present state.</summary>
    public const int Rejected = 1;

    /// <summary>The command line, or a file that it names, cannot be used.</summary>
    public const int WrongUse = 2;

    /// <summary>The service cannot be reached, or failed.</summary>
    public const int ServiceFault = 3;
}
