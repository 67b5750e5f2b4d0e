using ClosingGap.Ingest.Contracts;
using ClosingGap.Ingest.Diagnostics;

namespace ClosingGap.Ingest.Validation.Semantics;

/// <summary>Which rules the rows of a file are held to.</summary>
internal static class MeaningRules
{
    /// <summary>The rules of a file, in the order in which findings are reported.</summary>
    public static MeaningRule[] Of(FileContract contract, ValidationContext context) => contract.Name switch
    {
        "users" when contract.IndexOf("primaryOrgSourcedId") >= 0 => [new PrimaryOrgRule(contract, context.Facts)],
        "roles" when contract.IndexOf("userProfileSourcedId") >= 0 => [new OnePrimaryRoleRule(contract), new ProfileOwnerRule(contract, context.Facts)],
        "roles" => [new OnePrimaryRoleRule(contract)],
        "lineItems" => [new ScoreRangeRule(contract)],
        "results" => Results(contract, context),
        "scoreScales" => [new ScoreScaleRule(contract)],
        "lineItemLearningObjectiveIds" or "resultLearningObjectiveIds" => [new CaseIdentifierRule(contract)],
        "userResources" =>
        [
            new ClassSchoolRule(contract, context.Facts),
            new EnrolledRule(contract, "userSourcedId", DiagnosticCodes.SemanticUserResourceUserNotEnrolled, context),
            new ResourceRoleRule(contract, context),
        ],
        _ => [],
    };

    private static MeaningRule[] Results(FileContract contract, ValidationContext context)
    {
        MeaningRule[] shared =
        [
            new ScoreInRangeRule(contract, context.Facts),
            new EnrolledRule(contract, "studentSourcedId", DiagnosticCodes.SemanticResultStudentNotEnrolled, context),
        ];
        return contract.IndexOf("classSourcedId") < 0 ? shared : [.. shared, new ResultClassRule(contract, context.Facts)];
    }
}
