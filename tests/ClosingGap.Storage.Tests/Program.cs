using ClosingGap.Storage.Tests.Sqlite;

return await ChildWriter.TryRunAsync() ? 0 : await Xunit.Runner.InProc.SystemConsole.ConsoleRunner.Run(args);
