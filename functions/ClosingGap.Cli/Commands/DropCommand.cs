using System.CommandLine;
using System.Globalization;
using ClosingGap.Cli.Dropping;
using ClosingGap.Cli.Output;
using ClosingGap.Cli.Service;

namespace ClosingGap.Cli.Commands;

/// <summary><c>closinggap drop PATH</c>: puts an export into storage, and waits for its end when asked to.</summary>
internal static class DropCommand
{
    public static Command Create(CliContext context)
    {
        var path = new Argument<string>("PATH") { Description = "The zip or the folder of an export." };
        var district = new DistrictOptions();
        var source = new Option<string>("--source") { Description = "The source, for example sis.", Required = true };
        var asOf = new Option<string?>("--as-of") { Description = "The last day that the data know of: yyyy-MM-dd." };
        asOf.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<string?>() is { } text && !TryDate(text, out _))
            {
                result.AddError("--as-of is a date of the form 2026-05-27.");
            }
        });
        var name = new Option<string?>("--name") { Description = "The drop's name in storage; default: the time and the name of the file." };
        var asFolder = new Option<bool>("--as-folder") { Description = "Uploads a folder file by file instead of as a zip." };
        var waiting = new WaitingOptions();
        var connection = new ConnectionOptions();
        var command = new Command("drop", "Drops an export of a registered district.") { path, source, asOf, name, asFolder };
        district.AddTo(command);
        waiting.AddTo(command);
        connection.AddTo(command);
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var local = context.Resolve(parsed.GetRequiredValue(path));
            var target = DropTarget.Create(
                district.Read(parsed), parsed.GetRequiredValue(source), parsed.GetValue(name), local, context.Time.GetUtcNow());
            var declared = TryDate(parsed.GetValue(asOf), out var date) ? date : (DateOnly?)null;
            var service = connection.Read(parsed, context);
            var wait = waiting.Read(parsed);
            using var api = wait is null ? null : new ApiClient(service);
            var dropId = await UploadAsync(new DropUploader(service.RequireStorage()), local, parsed.GetValue(asFolder), target, declared, cancellationToken);
            await context.Out.WriteLineAsync($"Dropped {dropId}");
            return wait is null ? ExitCodes.Done : await DropFollower.FollowAsync(api!, dropId, wait, context, cancellationToken);
        });
        return command;
    }

    private static async Task<string> UploadAsync(
        DropUploader uploader, string path, bool asFolder, DropTarget target, DateOnly? asOf, CancellationToken cancellationToken)
    {
        if (File.Exists(path))
        {
            return asFolder
                ? throw new CliException(ExitCodes.WrongUse, "--as-folder goes with a folder, and the path is a file: leave it out.")
                : await uploader.UploadZipAsync(path, target, asOf, cancellationToken);
        }

        if (!Directory.Exists(path))
        {
            throw new CliException(ExitCodes.WrongUse, $"There is no file or folder {path}: give the zip or the folder of the export.");
        }

        if (asFolder)
        {
            return await uploader.UploadFolderAsync(path, target, asOf, cancellationToken);
        }

        using var zip = await FolderZip.CreateAsync(path, cancellationToken);
        return await uploader.UploadZipAsync(zip.Path, target, asOf, cancellationToken);
    }

    private static bool TryDate(string? text, out DateOnly date) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out date);
}
