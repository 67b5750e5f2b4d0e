using ClosingGap.Local.Running;

namespace ClosingGap.Local.Tests;

public sealed class LocalSecretsTests
{
    [Fact]
    public void LoadOrCreate_Twice_GivesTheSameSecretForItsOwnerOnly()
    {
        using var folder = new TemporaryFolder();
        var path = folder.File("secrets.json");

        var made = LocalSecrets.LoadOrCreate(path);

        Assert.Equal(made, LocalSecrets.LoadOrCreate(path));
        Assert.Equal(32, Convert.FromBase64String(made.StudentKeySecret).Length);
        if (!OperatingSystem.IsWindows())
        {
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(path));
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("{}")]
    [InlineData("{\"studentKeySecret\":\"\"}")]
    public void LoadOrCreate_OfABrokenFile_RefusesAndDoesNotOverwriteIt(string content)
    {
        using var folder = new TemporaryFolder();
        var path = folder.File("secrets.json");
        File.WriteAllText(path, content);

        var fault = Assert.Throws<LocalFaultException>(() => LocalSecrets.LoadOrCreate(path));

        Assert.StartsWith("secrets_unreadable", fault.Message, StringComparison.Ordinal);
        Assert.Equal(content, File.ReadAllText(path));
    }
}
