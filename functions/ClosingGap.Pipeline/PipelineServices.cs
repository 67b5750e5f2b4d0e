using ClosingGap.Ingest.Packages;
using ClosingGap.Pipeline.Applying;
using ClosingGap.Pipeline.Computing;
using ClosingGap.Pipeline.Contributing;
using ClosingGap.Pipeline.Districts;
using ClosingGap.Pipeline.Drops;
using ClosingGap.Pipeline.Evaluating;
using ClosingGap.Pipeline.Flags;
using ClosingGap.Pipeline.Lanes;
using ClosingGap.Pipeline.Publishing;
using ClosingGap.Pipeline.Reading;
using ClosingGap.Pipeline.Rebuilding;
using ClosingGap.Pipeline.Releases;
using ClosingGap.Pipeline.Rollups;
using ClosingGap.Pipeline.Snapshots;
using ClosingGap.Pipeline.Students;
using ClosingGap.Pipeline.Sweeping;
using ClosingGap.Pipeline.Validating;
using ClosingGap.Pipeline.Webhooks;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace ClosingGap.Pipeline;

/// <summary>Registers the use cases. The ports come from elsewhere.</summary>
public static class PipelineServices
{
    private const string PackagesSection = "ClosingGap:Packages";
    private const string SecretKey = "ClosingGap:StudentKeySecret";

    /// <summary>Registers the use cases with their options: <c>ClosingGap:Pipeline</c>, <c>ClosingGap:Packages</c>, <c>ClosingGap:Webhooks</c>, <c>ClosingGap:StudentKeySecret</c>, <c>ClosingGap:WebhookSecret</c>.</summary>
    public static IServiceCollection AddClosingGapPipeline(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<PipelineOptions>().Configure(options => configuration.GetSection(PipelineOptions.Section).Bind(options));
        services.AddSingleton<IValidateOptions<PipelineOptions>, PipelineOptionsCheck>();
        services.AddOptions<WebhookOptions>().Configure(options => configuration.GetSection(WebhookOptions.Section).Bind(options));
        services.AddSingleton<IValidateOptions<WebhookOptions>, WebhookOptionsCheck>();
        services.AddOptions<RollupOptions>().Configure(options => configuration.GetSection(RollupOptions.Section).Bind(options));
        services.AddSingleton<IValidateOptions<RollupOptions>, RollupOptionsCheck>();
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton((configuration.GetSection(PackagesSection).Get<PackageOptions>() ?? PackageOptions.Default).Validated());
        services.AddSingleton(_ => new StudentKeys(Secret(configuration, SecretKey)));
        services.AddSingleton(_ => new StateStudentKeys(Secret(configuration, SecretKey)));
        services.AddSingleton(_ => new WebhookKeys(string.IsNullOrEmpty(configuration[WebhookKeys.Setting]) ? [] : Secret(configuration, WebhookKeys.Setting)));
        foreach (var useCase in s_useCases)
        {
            services.AddSingleton(useCase);
        }

        return services;
    }

    private static readonly Type[] s_useCases =
    [
        typeof(WebhookRules), typeof(WebhookOutbox), typeof(WebhookDeliveries), typeof(DistrictRegistry), typeof(DistrictProfiles),
        typeof(StateMilestones), typeof(FigureFlags),
        typeof(ReceiptWriter), typeof(DropRecords), typeof(DropReceiver), typeof(DropTurn), typeof(DropDecisions), typeof(DropFailure),
        typeof(LaneStore), typeof(PublishedVersions), typeof(SnapshotStore),
        typeof(DropPackages), typeof(RepeatedDrops), typeof(DropValidation), typeof(ShardHistory), typeof(ShardShares), typeof(ShardApplication), typeof(ApplyCompletion),
        typeof(LmsContexts), typeof(ComputeContextBuilder), typeof(ComputePreparation), typeof(SchoolYearContexts), typeof(ShardComputation),
        typeof(VersionInProgress), typeof(SchoolPublication), typeof(Publication), typeof(Collection), typeof(DistrictContribution), typeof(ContributionUses), typeof(ContributionCollection),
        typeof(StudentDocuments), typeof(PublishedReader), typeof(DistrictReader), typeof(GapReader), typeof(SchoolReader), typeof(StudentReader), typeof(DropReader), typeof(DropReports),
        typeof(UnannouncedDrops), typeof(OpenDrops), typeof(DistrictLanes), typeof(Sweep), typeof(Rebuild),
        typeof(RegisteredStates), typeof(RollupRecords), typeof(RollupRequests), typeof(RollupPlans), typeof(RollupInputs), typeof(DistrictCounting), typeof(DuplicateSearch),
        typeof(TableBuilding), typeof(MeasurePopulations), typeof(CandidateProtection), typeof(CandidateAssembly), typeof(RollupCompletion), typeof(RollupCollection), typeof(RollupReader),
        typeof(ReleaseCalendars), typeof(StateReleases), typeof(EarlierReleases), typeof(MeasureChanges), typeof(ReleaseRequests), typeof(ReleasePublication), typeof(StateDataSets), typeof(StateReader), typeof(StateHistory),
        typeof(Evaluations), typeof(EvaluationPreparation), typeof(ShardEvaluation), typeof(EvaluationCompletion),
    ];

    private static byte[] Secret(IConfiguration configuration, string key)
    {
        var text = configuration[key];
        var secret = new byte[256];
        return text is not null && Convert.TryFromBase64String(text, secret, out var length) && length >= 16
            ? secret[..length]
            : throw new InvalidOperationException($"{key} is missing or is not 16 to 256 bytes in base 64. Make one with: openssl rand -base64 32");
    }
}
