namespace ClosingGap.SampleData;

/// <summary>The courses of each grade, and the sections and teachers of each course in a school.</summary>
internal static class CourseCatalog
{
    private const string English = "English";
    private const string Mathematics = "Mathematics";
    private const string Science = "Science";
    private const string SocialStudies = "Social Studies";
    private const string Arts = "Fine and Performing Arts";
    private const string Career = "Career and Technical Education";
    private const string Language = "Foreign Language and Literature";
    private const string Other = "Other";

    // SCED course codes, grades 9 to 12.
    private static readonly (string Title, string Sced)[][] HighSchool =
    [
        [("English I", "01001"), ("English II", "01002"), ("English III", "01003"), ("English IV", "01004")],
        [("Algebra I", "02052"), ("Geometry", "02072"), ("Algebra II", "02056"), ("Pre-Calculus", "02110")],
        [("Biology", "03051"), ("Chemistry", "03101"), ("Physics", "03151"), ("Environmental Science", "03003")],
        [("World Geography", "04001"), ("World History", "04051"), ("U.S. History", "04101"), ("U.S. Government", "04151")],
    ];

    private static readonly Course[][] ByGrade = [.. Enumerable.Range(0, 13).Select(Build)];

    private static readonly Course[][] Standard = [.. ByGrade.Select(c => c.Where(x => !x.AdvancedOnly).ToArray())];

    /// <summary>Subject rows of the graduation plans: credits for Standard and Advanced.</summary>
    public static IReadOnlyList<(string Subject, int Standard, int Advanced)> PlanSubjects { get; } =
        [(English, 4, 4), (Mathematics, 4, 4), (Science, 4, 4), (SocialStudies, 4, 4), (Arts, 4, 4), (Career, 4, 4), (Language, 0, 2)];

    public static Course[] Of(int grade) => ByGrade[grade];

    public static Course[] Taken(int grade, bool advanced) => advanced ? ByGrade[grade] : Standard[grade];

    public static int Sections(DistrictPlan plan, School school, int grade, Course course)
    {
        var all = plan.Sections(school, grade);
        return course.AdvancedOnly ? Math.Max(1, (all + 2) / 3) : all;
    }

    /// <summary>Elementary students stay together; later ones are mixed anew for each course.</summary>
    public static int SectionOf(DistrictPlan plan, School school, int grade, Course course, int ordinal)
    {
        var sections = Sections(plan, school, grade, course);
        var shift = school.Band == GradeBand.Elementary ? 0 : course.Position;
        return (ordinal + (ordinal / sections * shift)) % sections;
    }

    public static string ClassId(School school, int grade, Course course, int section) =>
        $"C{school.Number + 1:D4}-{DistrictPlan.GradeCode(grade)}-{course.Key}-{section + 1:D3}";

    /// <summary>Elementary: one teacher for each section. Later: one for up to five sections of a course.</summary>
    public static int TeacherCount(DistrictPlan plan, School school, int grade)
    {
        var sections = plan.Sections(school, grade);
        return school.Band == GradeBand.Elementary ? sections : Of(grade).Length * ((sections + 4) / 5);
    }

    public static int TeacherOf(DistrictPlan plan, School school, int grade, Course course, int section)
    {
        var sections = plan.Sections(school, grade);
        return school.Band == GradeBand.Elementary ? section : (course.Position * ((sections + 4) / 5)) + (section / 5);
    }

    public static string TeacherId(School school, int grade, int teacher) =>
        $"T{school.Number + 1:D4}-{DistrictPlan.GradeCode(grade)}-{teacher + 1:D3}";

    private static Course[] Build(int grade)
    {
        var label = grade == 0 ? "Kindergarten" : $"Grade {grade}";
        if (grade >= 9)
        {
            var core = HighSchool.Select(s => s[grade - 9]).ToArray();
            return
            [
                new(0, "ENG", core[0].Title, English, core[0].Sced),
                new(1, "MAT", core[1].Title, Mathematics, core[1].Sced),
                new(2, "SCI", core[2].Title, Science, core[2].Sced),
                new(3, "SOC", core[3].Title, SocialStudies, core[3].Sced),
                new(4, "ART", $"Visual Arts {grade - 8}", Arts, "05154"),
                new(5, "CTE", $"Career Pathways {grade - 8}", Career, "22151"),
                new(6, "LNG", $"Spanish {grade - 8}", Language, $"0610{grade - 8}"),
            ];
        }

        List<Course> courses =
        [
            new(0, "HRM", $"Homeroom {label}", null, null),
            new(1, "ENG", $"English {label}", English, null),
            new(2, "MAT", $"Mathematics {label}", Mathematics, null),
            new(3, "SCI", $"Science {label}", Science, null),
            new(4, "SOC", $"Social Studies {label}", SocialStudies, null),
            new(5, "ART", $"Art {label}", Arts, null),
        ];
        if (grade >= 6)
        {
            courses.Add(new(6, "PED", $"Physical Education {label}", Other, null));
        }

        return [.. courses];
    }
}
