using System.CommandLine;
using System.Globalization;
using ClosingGap.SampleData;

namespace ClosingGap.Cli.Commands;

/// <summary><c>closinggap sample --out DIR</c>.</summary>
internal static class SampleCommand
{
    public static Command Create(CliContext context)
    {
        var defaults = new SampleOptions();
        var students = new Option<int>("--students") { Description = "Students in the year: 1 to 2,000,000.", DefaultValueFactory = _ => defaults.Students };
        var seed = new Option<int>("--seed") { Description = "Another seed is another district.", DefaultValueFactory = _ => defaults.Seed };
        var night = new Option<int>("--night") { Description = "0: the whole year; N: the evening of the N-th school day from the 60th on.", DefaultValueFactory = _ => defaults.Night };
        var state = new Option<string>("--state") { Description = "Two capital letters.", DefaultValueFactory = _ => defaults.State };
        var district = new Option<string>("--district") { Description = "The district's local id.", DefaultValueFactory = _ => defaults.District };
        var year = new Option<int>("--school-year") { Description = "The year in which the school year ends.", DefaultValueFactory = _ => defaults.SchoolYear };
        var folder = new Option<string>("--out") { Description = "The folder to write to.", Required = true };
        var command = new Command("sample", "Writes the export of an invented district, with the answers to it.") { students, seed, night, state, district, year, folder };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var options = new SampleOptions
            {
                Students = parsed.GetValue(students),
                Seed = parsed.GetValue(seed),
                Night = parsed.GetValue(night),
                State = parsed.GetRequiredValue(state),
                District = parsed.GetRequiredValue(district),
                SchoolYear = parsed.GetValue(year),
            };
            Print(context.Out, options, await SampleDistrictWriter.WriteAsync(options, context.Resolve(parsed.GetRequiredValue(folder)), cancellationToken));
            return ExitCodes.Done;
        });
        return command;
    }

    private static void Print(TextWriter output, SampleOptions options, SampleSummary summary)
    {
        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{options.State}-{options.District}: {summary.StudentsTotal:N0} students, {summary.StudentsActive:N0} of them enrolled on {summary.AsOf:yyyy-MM-dd}; {summary.Rows.Values.Sum():N0} rows."));
        output.WriteLine($"SIS     {summary.SisZip}");
        output.WriteLine($"LMS     {summary.LmsDirectory}");
        output.WriteLine($"Truth   {summary.Truth}");
        output.WriteLine($"        {summary.TruthStudents}");
        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"Drop it with: closinggap drop {summary.SisZip} --state {options.State} --district {options.District} --source sis --as-of {summary.AsOf:yyyy-MM-dd} --wait"));
    }
}
