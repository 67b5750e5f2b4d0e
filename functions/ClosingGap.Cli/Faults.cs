using Azure;
using Azure.Identity;
using ClosingGap.SampleData;

namespace ClosingGap.Cli;

/// <summary>Turns what a command may throw into one sentence and an exit code.</summary>
internal static class Faults
{
    /// <summary>The sentence and the code, or null for a fault of this program, which is to be seen in full.</summary>
    public static CliException? Describe(Exception exception) => exception switch
    {
        CliException known => known,
        SampleOptionsException options => new(ExitCodes.WrongUse, options.Message),
        RequestFailedException { Status: 401 or 403 } refused => new(
            ExitCodes.WrongUse,
            $"The storage account refused the request ({refused.ErrorCode}): check the connection string or the rights of your identity on the containers drops and receipts.",
            refused),
        RequestFailedException failed => StorageFault(failed),
        AggregateException { InnerException: RequestFailedException or HttpRequestException or IOException or TaskCanceledException } failed => StorageFault(failed),
        AuthenticationFailedException failed => new(
            ExitCodes.WrongUse, "No identity could sign in to the storage account: sign in (for example with az login), or give a connection string with --storage.", failed),
        OperationCanceledException cancelled => new(ExitCodes.ServiceFault, "Stopped before the end. What was dropped goes on; ask for it with: closinggap status ID.", cancelled),
        UnauthorizedAccessException denied => new(ExitCodes.WrongUse, denied.Message, denied),
        FileNotFoundException or DirectoryNotFoundException or PathTooLongException => new(ExitCodes.WrongUse, exception.Message, exception),
        IOException io => new(ExitCodes.WrongUse, $"A file cannot be read or written: {io.Message}", io),
        _ => null,
    };

    private static CliException StorageFault(Exception exception) => new(
        ExitCodes.ServiceFault,
        "The storage account cannot be reached or failed: check --storage (or CLOSINGGAP_STORAGE) and that the service runs, then try again."
        + (exception is RequestFailedException { ErrorCode: { } code } ? $" It said: {code}." : ""),
        exception);
}
