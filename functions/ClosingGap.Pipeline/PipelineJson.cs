using System.Text.Json.Serialization;
using ClosingGap.Pipeline.Districts;
using ClosingGap.Pipeline.Drops;
using ClosingGap.Pipeline.Lanes;
using ClosingGap.Pipeline.Publishing;

namespace ClosingGap.Pipeline;

/// <summary>How records are written: camel case, enums as words, nothing for null.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    UseStringEnumConverter = true,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(Drop))]
[JsonSerializable(typeof(DropReference))]
[JsonSerializable(typeof(DistrictRegistration))]
[JsonSerializable(typeof(Lane))]
[JsonSerializable(typeof(RegisteredDistrict))]
[JsonSerializable(typeof(Sweeping.SweepState))]
[JsonSerializable(typeof(Validating.StagedIndex))]
[JsonSerializable(typeof(Applying.AppliedShard))]
[JsonSerializable(typeof(Computing.ComputeContext))]
[JsonSerializable(typeof(Computing.ResultIndex))]
[JsonSerializable(typeof(Computing.ResultShard))]
[JsonSerializable(typeof(Computing.StudentLine))]
[JsonSerializable(typeof(Students.StudentBody))]
[JsonSerializable(typeof(Domain.Milestones.Verdict))]
[JsonSerializable(typeof(CaseloadPage))]
[JsonSerializable(typeof(SchoolSummary))]
[JsonSerializable(typeof(DistrictSummary))]
[JsonSerializable(typeof(GroupFigures))]
[JsonSerializable(typeof(Students.StudentSlots))]
[JsonSerializable(typeof(Domain.Summaries.DistrictCounts))]
[JsonSerializable(typeof(Domain.Settings.VerdictSettings))]
[JsonSerializable(typeof(IReadOnlyList<Domain.Milestones.MilestoneDefinition>))]
[JsonSerializable(typeof(Flags.FlagPage))]
[JsonSerializable(typeof(Evaluating.Evaluation))]
[JsonSerializable(typeof(Evaluating.EvaluationPlan))]
[JsonSerializable(typeof(Evaluating.EvaluationShard))]
[JsonSerializable(typeof(StateMilestonesDocument))]
[JsonSerializable(typeof(Applying.AttendanceFacts))]
[JsonSerializable(typeof(Applying.LmsMoments))]
[JsonSerializable(typeof(PublishedVersion))]
[JsonSerializable(typeof(Webhooks.WebhookDelivery))]
[JsonSerializable(typeof(Contributing.ContributionLine))]
[JsonSerializable(typeof(Contributing.ContributionIndex))]
[JsonSerializable(typeof(Contributing.ContributionUse))]
[JsonSerializable(typeof(Rollups.Rollup))]
[JsonSerializable(typeof(Rollups.RollupList))]
[JsonSerializable(typeof(Rollups.RollupDetails))]
[JsonSerializable(typeof(Rollups.RollupPlan))]
[JsonSerializable(typeof(Rollups.RollupInput))]
[JsonSerializable(typeof(List<Rollups.RollupInput>))]
[JsonSerializable(typeof(Rollups.DistrictList))]
[JsonSerializable(typeof(Rollups.DistrictPart))]
[JsonSerializable(typeof(Rollups.Duplicates))]
[JsonSerializable(typeof(Rollups.StateTable))]
[JsonSerializable(typeof(Rollups.MeasureCounts))]
[JsonSerializable(typeof(Rollups.OrganisationLine))]
[JsonSerializable(typeof(Rollups.CandidateIndex))]
[JsonSerializable(typeof(Rollups.StateNights))]
[JsonSerializable(typeof(Releases.ReleaseCalendar))]
[JsonSerializable(typeof(Releases.StateRelease))]
[JsonSerializable(typeof(Releases.ReleasedPointer))]
[JsonSerializable(typeof(Releases.DataSetMetadata))]
[JsonSerializable(typeof(Releases.StateSummary))]
[JsonSerializable(typeof(Releases.MeasurePage))]
public sealed partial class PipelineJson : JsonSerializerContext;
