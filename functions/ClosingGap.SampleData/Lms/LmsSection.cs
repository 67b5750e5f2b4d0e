namespace ClosingGap.SampleData;

/// <summary>An English class of grades 6 to 12 that is also held in the LMS.</summary>
internal sealed record LmsSection(int Number, School School, int Grade, Course Course, int Section)
{
    public string Id => $"{700_000_000 + Number}";

    public string SisSection => CourseCatalog.ClassId(School, Grade, Course, Section);

    public string TeacherSisId(DistrictPlan plan) =>
        CourseCatalog.TeacherId(School, Grade, CourseCatalog.TeacherOf(plan, School, Grade, Course, Section));

    /// <summary>The first section of every grade and school, then the second ones, to the bound.</summary>
    public static IReadOnlyList<LmsSection> Choose(DistrictModel model)
    {
        var bound = Math.Min(model.Options.MaxLmsSections, Math.Max(3, (int)(model.Options.Students * 3L / 100)));
        var chosen = new List<LmsSection>();
        var secondary = model.Plan.Schools.Where(s => s.Band != GradeBand.Elementary).ToList();
        for (var section = 0; ; section++)
        {
            var before = chosen.Count;
            foreach (var school in secondary)
            {
                var (first, last) = DistrictPlan.GradesOf(school.Band);
                for (var grade = first; grade <= last; grade++)
                {
                    var course = CourseCatalog.Of(grade).First(c => c.Key == "ENG");
                    if (chosen.Count < bound && section < CourseCatalog.Sections(model.Plan, school, grade, course))
                    {
                        chosen.Add(new LmsSection(chosen.Count + 1, school, grade, course, section));
                    }
                }
            }

            if (chosen.Count == before)
            {
                return chosen;
            }
        }
    }

    /// <summary>The home school's students of this section who have come by the as-of day and were there at some time.</summary>
    public IEnumerable<Student> Students(DistrictModel model)
    {
        var count = model.Plan.Count(School, Grade);
        for (var ordinal = 0; ordinal < count; ordinal++)
        {
            if (CourseCatalog.SectionOf(model.Plan, School, Grade, Course, ordinal) == Section)
            {
                var student = model.Students.Create(model.Plan.StudentAt(School, Grade, ordinal));
                if (student.IsKnown(model.Calendar))
                {
                    yield return student;
                }
            }
        }
    }
}
