using ClosingGap.Storage.Tests;
using ClosingGap.Storage.Tests.Sqlite;
using Xunit.MicrosoftTestingPlatform;
using Xunit.Runner.InProc.SystemConsole;

if (await ChildWriter.TryRunAsync())
{
    return 0;
}

// dotnet test speaks the testing platform's protocol; a person starts the program alone. As the generated entry point does.
return args.Any(argument => argument is "--server" or "--internal-msbuild-node")
    ? await TestPlatformTestFramework.RunAsync(args, SelfRegisteredExtensions.AddSelfRegisteredExtensions)
    : await ConsoleRunner.Run(args);
