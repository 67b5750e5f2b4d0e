namespace ClosingGap.SampleData;

/// <summary>A member of staff with one role in one org.</summary>
internal sealed record Staff(string SourcedId, string Role, string OrgId, int NameKey)
{
    /// <summary>The district's administrator, then each school's principal, counselor and teachers.</summary>
    public static IEnumerable<Staff> All(DistrictModel model)
    {
        var plan = model.Plan;
        var key = 0;
        yield return new($"A-{model.Options.District}", "districtAdministrator", plan.DistrictId, key++);
        foreach (var school in plan.Schools)
        {
            yield return new($"P{school.Number + 1:D4}", "principal", school.SourcedId, key++);
            yield return new($"K{school.Number + 1:D4}", "counselor", school.SourcedId, key++);
            var (first, last) = DistrictPlan.GradesOf(school.Band);
            for (var grade = first; grade <= last; grade++)
            {
                var teachers = CourseCatalog.TeacherCount(plan, school, grade);
                for (var teacher = 0; teacher < teachers; teacher++)
                {
                    yield return new(CourseCatalog.TeacherId(school, grade, teacher), "teacher", school.SourcedId, key++);
                }
            }
        }
    }
}
