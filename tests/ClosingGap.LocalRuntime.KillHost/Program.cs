using ClosingGap.LocalRuntime.KillHost;

// Arguments: directory of the run. CRASH_AT=n kills this process at its n-th durable step; 0 or nothing: never.
return await KillRun.MainAsync(args[0], int.Parse(Environment.GetEnvironmentVariable("CRASH_AT") ?? "0", null));
