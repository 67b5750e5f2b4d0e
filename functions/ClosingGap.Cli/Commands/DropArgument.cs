using System.CommandLine;

namespace ClosingGap.Cli.Commands;

/// <summary>The argument that names a drop.</summary>
internal static class DropArgument
{
    private const int Length = 32;

    public static Argument<string> Create()
    {
        var id = new Argument<string>("ID") { Description = "The drop's id, as the command drop printed it." };
        id.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<string>() is not { Length: Length } text || !text.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c)))
            {
                result.AddError("ID is a drop's id: 32 lower-case letters and digits, as the command drop printed it.");
            }
        });
        return id;
    }

    public static CliException Unknown(string dropId) => new(
        ExitCodes.Rejected, $"The service knows no drop {dropId}. A new drop may take some minutes to be received: wait, or check the id.");
}
