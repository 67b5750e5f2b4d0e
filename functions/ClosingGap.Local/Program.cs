using ClosingGap.Local;
using ClosingGap.Local.Running;

return LocalArguments.TryParse(args, out var arguments, out var text)
    ? await LocalRun.RunAsync(arguments, Console.Out)
    : LocalArguments.Say(text);
