using System.Globalization;
using ClosingGap.Cli.Service;

namespace ClosingGap.Cli.Output;

/// <summary>Prints a registration for people.</summary>
internal static class RegistrationPrinter
{
    public static void Print(TextWriter output, string district, DistrictBody registration)
    {
        output.WriteLine($"District     {registration.District ?? district}");
        output.WriteLine($"Name         {registration.Name}");
        output.WriteLine($"Time zone    {registration.TimeZone}");
        if (registration.NcesId is { } nces)
        {
            output.WriteLine($"NCES id      {nces}");
        }

        if (registration.SchoolYear is { } year)
        {
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"School year  {year}"));
        }

        if (registration.Webhook is { } webhook)
        {
            output.WriteLine($"Webhook      {webhook}");
        }

        foreach (var source in registration.Sources)
        {
            output.WriteLine($"Source       {source.Name}, read by {source.Profile ?? "lenient"}{(source.ExpectedSchedule is { } schedule ? $", expected {schedule}" : "")}");
        }
    }
}
