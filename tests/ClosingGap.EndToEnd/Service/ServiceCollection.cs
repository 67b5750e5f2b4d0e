namespace ClosingGap.EndToEnd.Service;

/// <summary>The tests that share one service; one after the other, since the machine is one.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class ServiceCollection : ICollectionFixture<RunningService>
{
    public const string Name = "service";
}
