using System.Text;

namespace ClosingGap.Cli.Output;

/// <summary>Copies a text as it comes: to a file byte by byte, to the output in its own encoding.</summary>
internal static class ContentWriter
{
    private const int BufferChars = 1 << 14;

    /// <param name="file">The file, which is overwritten; null: the output.</param>
    public static async Task WriteAsync(Stream content, string? file, CliContext context, CancellationToken cancellationToken)
    {
        if (file is not null)
        {
            await using var target = File.Create(file);
            await content.CopyToAsync(target, cancellationToken);
            return;
        }

        using var reader = new StreamReader(content, Encoding.UTF8);
        var buffer = new char[BufferChars];
        int read;
        while ((read = await reader.ReadAsync(buffer, cancellationToken)) > 0)
        {
            await context.Out.WriteAsync(buffer.AsMemory(0, read), cancellationToken);
        }
    }
}
