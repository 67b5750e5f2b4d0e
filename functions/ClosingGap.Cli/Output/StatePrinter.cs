using System.Globalization;
using System.Text.Json;
using ClosingGap.Cli.Service;
using Spectre.Console;

namespace ClosingGap.Cli.Output;

/// <summary>Prints what is published of a state for people.</summary>
internal static class StatePrinter
{
    public static void Print(CliContext context, StateAnswer state)
    {
        var release = state.Release;
        context.Out.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{release.Id}, {release.Kind.ToLowerInvariant()}, {release.ReleasedAt:yyyy-MM-dd HH:mm} UTC, of {release.Rollup}"));
        if ((release.Label ?? release.Reason) is { } why)
        {
            context.Out.WriteLine(why);
        }

        var table = Tables.Create(("measure", false), ("title", false), ("version", true));
        foreach (var measure in state.Metadata.GetProperty("measures").EnumerateArray())
        {
            table.AddRow(Tables.Cells(Text(measure, "measure"), Text(measure, "title"), measure.GetProperty("version").GetInt32()));
        }

        context.Console.Write(table);
    }

    public static void Print(CliContext context, MeasureAnswer measure, bool withTitle)
    {
        if (withTitle)
        {
            context.Out.WriteLine($"{measure.Title} ({measure.Release})");
        }

        var table = Tables.Create(("organisation", false), ("group", false), ("students", true), ("percent", true));
        foreach (var organisation in measure.Organisations)
        {
            foreach (var group in organisation.Values)
            {
                var name = organisation.District is { } district ? $"{district} {organisation.Name}" : organisation.Name;
                table.AddRow(Tables.Cells(name, group.Group, group.Students.ToText(""), group.Percent.ToText(" %")));
            }
        }

        context.Console.Write(table);
    }

    private static string? Text(JsonElement element, string name) => element.GetProperty(name).GetString();
}
