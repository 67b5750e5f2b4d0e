using Microsoft.Extensions.Options;

namespace ClosingGap.Pipeline;

/// <summary>Refuses options outside their ranges when the app starts.</summary>
internal sealed class PipelineOptionsCheck : IValidateOptions<PipelineOptions>
{
    public ValidateOptionsResult Validate(string? name, PipelineOptions options)
    {
        var errors = new List<string>();
        Require(options.ShardTargetBytes is >= 64 << 10 and <= 1L << 30, "ShardTargetBytes lies between 64 KiB and 1 GiB, in bytes.");
        Require(options.CaseloadPageSize is >= 10 and <= 200, "CaseloadPageSize lies between 10 and 200.");
        Require(options.DocumentBatchSize is >= 1 and <= 1_000, "DocumentBatchSize lies between 1 and 1,000.");
        Require(options.HoldTimeout >= TimeSpan.FromHours(1) && options.HoldTimeout <= TimeSpan.FromDays(365), "HoldTimeout lies between 1 hour and 365 days.");
        Require(options.SweepLookBack >= TimeSpan.FromHours(1) && options.SweepLookBack <= TimeSpan.FromDays(30), "SweepLookBack lies between 1 hour and 30 days.");
        Require(options.SweepGrace >= TimeSpan.FromSeconds(1) && options.SweepGrace <= TimeSpan.FromHours(1), "SweepGrace lies between 1 second and 1 hour.");
        var holds = options.Holds;
        Require(IsPercent(holds.StudentsRemovedPercent), "Holds:StudentsRemovedPercent lies between 0 and 100.");
        Require(IsPercent(holds.EnrollmentsRemovedPercent), "Holds:EnrollmentsRemovedPercent lies between 0 and 100.");
        Require(IsPercent(holds.ClassesRemovedPercent), "Holds:ClassesRemovedPercent lies between 0 and 100.");
        Require(IsPercent(holds.LmsStudentsRemovedPercent), "Holds:LmsStudentsRemovedPercent lies between 0 and 100.");
        Require(IsPercent(holds.LmsSectionsRemovedPercent), "Holds:LmsSectionsRemovedPercent lies between 0 and 100.");
        Require(holds.MinimumRows is >= 0 and <= 1_000_000, "Holds:MinimumRows lies between 0 and 1,000,000.");
        Require(Enum.IsDefined(holds.SchoolYearChange), "Holds:SchoolYearChange is Hold or Accept.");
        Require(Enum.IsDefined(holds.MissingFile), "Holds:MissingFile is Hold or Accept.");
        Require(options.EnrollmentHistoryYears is >= 0 and <= 10, "EnrollmentHistoryYears lies between 0 and 10.");
        Require(options.ReferenceMemoryBytes is >= 1L << 20 and <= 64L << 30, "ReferenceMemoryBytes lies between 1 MiB and 64 GiB, in bytes.");
        Require(options.TemporaryFolder.Length > 0, "TemporaryFolder is a folder.");
        return errors.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(errors);

        static bool IsPercent(int value) => value is >= 0 and <= 100;

        void Require(bool holds, string rule)
        {
            if (!holds)
            {
                errors.Add($"{PipelineOptions.Section}: {rule}");
            }
        }
    }
}
