using System.Reflection;
using ClosingGap.Domain.Milestones;
using NetArchTest.Rules;

namespace ClosingGap.Architecture;

/// <summary>No demographic field enters a verdict: what rules are given holds none, and what judges knows none.</summary>
public sealed class VerdictTests
{
    private static readonly string[] s_ofGroups = ["Demographics", "ProgramMembership", "ProgramCharacteristic", "RaceFlags", "Sex", "RaceEthnicity", "GroupMembership", "StudentGroups"];

    [Fact]
    public void Rules_OfVerdicts_DependOnNothingThatTellsAGroup()
    {
        var result = Types.InAssembly(typeof(Verdict).Assembly)
            .That().ResideInNamespace("ClosingGap.Domain.Milestones").Or().ResideInNamespace("ClosingGap.Domain.Indicators")
            .Or().ResideInNamespace("ClosingGap.Domain.Explanations").Or().ResideInNamespace("ClosingGap.Domain.Assessments")
            .Or().ResideInNamespace("ClosingGap.Domain.Graduation")
            .ShouldNot()
            .HaveDependencyOnAny([
                "ClosingGap.Domain.Groups", .. s_ofGroups.Select(name => "ClosingGap.Domain.Roster." + name), "ClosingGap.Domain.Roster.StudentRecord"])
            .GetResult();

        Assert.True(result.IsSuccessful, string.Join(", ", result.FailingTypeNames ?? []));
    }

    [Fact]
    public void Input_OfRules_HoldsNoDemographicAnywhere()
    {
        var seen = new HashSet<Type>();
        var open = new Queue<Type>([typeof(EvaluationInput), typeof(Domain.Roster.LearningRecord), typeof(Domain.Roster.SchoolYearContext), typeof(MilestoneDefinition)]);
        while (open.TryDequeue(out var type))
        {
            if (!seen.Add(type))
            {
                continue;
            }

            Assert.DoesNotContain(type.Name, s_ofGroups);
            foreach (var part in type.GetGenericArguments().Append(type.GetElementType()).OfType<Type>())
            {
                open.Enqueue(part);
            }

            if (type.Assembly != typeof(Verdict).Assembly)
            {
                continue;
            }

            foreach (var field in type.GetFields(BindingFlags.Instance | BindingFlags.NonPublic | BindingFlags.Public))
            {
                open.Enqueue(field.FieldType);
            }
        }

        Assert.Contains(typeof(Domain.Roster.AttendanceMark), seen);
        Assert.Contains(typeof(Domain.Indicators.Fact), seen);
    }
}
