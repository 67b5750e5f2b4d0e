using ClosingGap.Functions.Activities;

namespace ClosingGap.Functions.Orchestrations;

/// <summary>The activities that orchestrators call, by the names of their methods.</summary>
public static class ActivityNames
{
    public const string EnterLane = nameof(LaneActivities.EnterLane);
    public const string LeaveLane = nameof(LaneActivities.LeaveLane);
    public const string FailDrop = nameof(LaneActivities.FailDrop);
    public const string SendReceipt = nameof(LaneActivities.SendReceipt);
    public const string Collect = nameof(LaneActivities.Collect);
    public const string ValidateDrop = nameof(ApplyActivities.ValidateDrop);
    public const string ApplyShard = nameof(ApplyActivities.ApplyShard);
    public const string CompleteApply = nameof(ApplyActivities.CompleteApply);
    public const string PrepareCompute = nameof(ComputeActivities.PrepareCompute);
    public const string ComputeShard = nameof(ComputeActivities.ComputeShard);
    public const string EndUnchanged = nameof(ComputeActivities.EndUnchanged);
    public const string PlanPublish = nameof(PublishActivities.PlanPublish);
    public const string PublishSchools = nameof(PublishActivities.PublishSchools);
    public const string PublishVersion = nameof(PublishActivities.PublishVersion);
    public const string PrepareEvaluation = nameof(EvaluationActivities.PrepareEvaluation);
    public const string EvaluateShard = nameof(EvaluationActivities.EvaluateShard);
    public const string CompleteEvaluation = nameof(EvaluationActivities.CompleteEvaluation);
    public const string FailEvaluation = nameof(EvaluationActivities.FailEvaluation);
    public const string PrepareRollup = nameof(RollupActivities.PrepareRollup);
    public const string ListRollupDistricts = nameof(RollupActivities.ListRollupDistricts);
    public const string CountDistrict = nameof(RollupActivities.CountDistrict);
    public const string SkipDistrict = nameof(RollupActivities.SkipDistrict);
    public const string MergeKeys = nameof(RollupActivities.MergeKeys);
    public const string FindDuplicates = nameof(RollupActivities.FindDuplicates);
    public const string TakeBack = nameof(RollupActivities.TakeBack);
    public const string BuildTable = nameof(RollupActivities.BuildTable);
    public const string ProtectPopulation = nameof(RollupActivities.ProtectPopulation);
    public const string CompleteRollup = nameof(RollupActivities.CompleteRollup);
    public const string FailRollup = nameof(RollupActivities.FailRollup);
    public const string PrepareRelease = nameof(ReleaseActivities.PrepareRelease);
    public const string AcceptCandidate = nameof(ReleaseActivities.AcceptCandidate);
    public const string WriteDataSets = nameof(ReleaseActivities.WriteDataSets);
    public const string SwitchRelease = nameof(ReleaseActivities.SwitchRelease);
    public const string FailRelease = nameof(ReleaseActivities.FailRelease);
}
