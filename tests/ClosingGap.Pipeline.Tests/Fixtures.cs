using ClosingGap.TestSupport;

[assembly: AssemblyFixture(typeof(AzuriteFixture))]
