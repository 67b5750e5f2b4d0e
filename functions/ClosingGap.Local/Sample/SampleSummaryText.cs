using System.Globalization;
using ClosingGap.Local.Running;
using ClosingGap.Local.Screen;
using ClosingGap.Pipeline.Drops;

namespace ClosingGap.Local.Sample;

/// <summary>Says in a few lines what was published, and where to read on.</summary>
internal sealed class SampleSummaryText(ApiClient api, ProgressScreen screen)
{
    private const string District = SampleRun.District;

    public async Task ShowAsync(Drop drop, CancellationToken cancellationToken)
    {
        var summary = await api.FindDistrictAsync(District, cancellationToken)
            ?? throw new LocalFaultException("nothing_published: the drop says Published, and the API shows nothing. Look at the log, and drive the drop again.");
        var figures = summary.Figures;
        var attendance = figures.Attendance;
        var measured = attendance.None + attendance.Satisfactory + attendance.AtRisk + attendance.Chronic;
        screen.Line("");
        screen.Line($"{summary.Name} ({District}), school year {summary.SchoolYear.ToString(CultureInfo.InvariantCulture)}, as of {summary.AsOf.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}");
        screen.Line(Text($"  rows          {drop.Counts.RowsRead:N0} read, {drop.Counts.RowsRejected:N0} rejected, {drop.Counts.Warnings:N0} warnings"));
        screen.Line(Text($"  students      {summary.Students:N0} in the year, {figures.Active:N0} enrolled now, in {summary.Schools.Count:N0} schools"));
        screen.Line(Text($"  chronically absent   {attendance.Chronic:N0} of {measured:N0} measured ({(measured == 0 ? 0 : 100.0 * attendance.Chronic / measured):0.0} %)"));
        screen.Line("");
        screen.Line($"  {"milestone",-32}{"met",8}{"on track",10}{"at risk",9}{"off track",11}{"no data",9}");
        foreach (var (milestone, counts) in figures.Milestones)
        {
            screen.Line(Text($"  {milestone,-32}{counts.Met,8:N0}{counts.OnTrack,10:N0}{counts.AtRisk,9:N0}{counts.OffTrack,11:N0}{counts.NotEnoughData,9:N0}"));
        }

        screen.Line("");
        screen.Line($"  the district   {api.UrlOf($"v1/districts/{District}")}");
        if (summary.Schools is [var school, ..])
        {
            screen.Line($"  a school       {api.UrlOf($"v1/districts/{District}/schools/{school.School}")}");
            screen.Line($"  its caseload   {api.UrlOf($"v1/districts/{District}/schools/{school.School}/caseload")}");
            if (await api.FindCaseloadAsync(District, school.School, cancellationToken) is { Students: [var first, ..] })
            {
                screen.Line($"  a student      {api.UrlOf($"v1/districts/{District}/students/{first.StudentKey}")}");
            }
        }

        screen.Line($"  this drop      {api.UrlOf($"v1/drops/{drop.Id}")}");
    }

    private static string Text(FormattableString text) => FormattableString.Invariant(text);
}
