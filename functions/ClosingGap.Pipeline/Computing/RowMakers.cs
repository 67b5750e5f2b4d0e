using System.Runtime.InteropServices;
using ClosingGap.Domain.Roster;
using ClosingGap.Ingest.Snapshot;

namespace ClosingGap.Pipeline.Computing;

/// <summary>For each table that is split by student: the columns that verdicts need, and how a row becomes a value of the domain.</summary>
internal static class RowMakers
{
    /// <summary>The columns to be read, beside the student's id.</summary>
    public static IReadOnlyDictionary<string, string[]> Columns { get; } = new SortedDictionary<string, string[]>(StringComparer.Ordinal)
    {
        ["users"] = ["role", "orgSourcedIds", "givenName", "familyName", "grades"],
        ["roles"] = ["role", "orgSourcedId"],
        ["schoolEnrollments"] = ["sourcedId", "schoolSourcedId", "schoolYear", "entryDate", "exitWithdrawDate", "entryGradeLevel", "graduationPlanType", "cohortYear", "exitWithdrawType"],
        ["schoolEnrollmentHistory"] =
        [
            "sourcedId", "schoolSourcedId", "schoolYear", "entryDate", "exitWithdrawDate", "entryGradeLevel", "graduationPlanType", "cohortYear", "exitWithdrawType",
            RosterHistory.VanishedOn, RosterHistory.ReturnedOn,
        ],
        ["enrollments"] = ["sourcedId", "classSourcedId", "schoolSourcedId", "role", "beginDate", "endDate"],
        ["enrollmentHistory"] =
            ["sourcedId", "classSourcedId", "schoolSourcedId", "role", "beginDate", "endDate", RosterHistory.VanishedOn, RosterHistory.ReturnedOn],
        ["attendance"] = ["schoolSourcedId", "classSourcedId", "eventDate", "attendanceEventCategory", "eventDuration"],
        ["gradingPeriodGrades"] = ["classSourcedId", "academicSessionSourcedId", "gradeType", "letterGrade", "numericGrade", "asOfDate"],
        ["courseTranscripts"] =
            
            [
                "schoolYear", "courseAttemptResult", "attemptedCredits", "earnedCredits", "finalLetterGrade", "finalNumericGrade", "courseRepeatCode",
                "courseCode", "scedCode", "academicSubject", "creditCategory", "whenTakenGradeLevel", "term",
            ],
        ["disciplineActions"] = ["incidentSourcedId", "discipline", "disciplineDate", "disciplineActionLength", "actualDisciplineActionLength"],
        ["assessmentResults"] =
            ["assessmentIdentifier", "administrationDate", "gradeLevelWhenAssessed", "scoreResult", "performanceLevel", "performanceLevelMet", "reasonNotTested"],
        ["studentPrograms"] = ["characteristic", "beginDate", "endDate"],
        ["demographics"] =
        [
            "sex", "americanIndianOrAlaskaNative", "asian", "blackOrAfricanAmerican", "nativeHawaiianOrOtherPacificIslander", "white",
            "demographicRaceTwoOrMoreRaces", "hispanicOrLatinoEthnicity",
        ],
    };

    /// <summary>Rows of a student's school or its history; one without a school or a first day says nothing.</summary>
    public static Func<int, Spell<SchoolMembership>?> School(CanonicalColumns columns)
    {
        var (schools, years, entries) = (columns.Texts("schoolSourcedId"), columns.Integers("schoolYear"), columns.Dates("entryDate"));
        var (exits, grades) = (columns.Dates("exitWithdrawDate"), columns.Texts("entryGradeLevel"));
        var (plans, cohorts) = (columns.Texts("graduationPlanType"), columns.Integers("cohortYear"));
        var (ids, exitTypes, history) = (columns.Texts("sourcedId"), columns.Texts("exitWithdrawType"), HistoryDays.Of(columns));
        return row => schools[row] is { } school && entries[row] is { } entry
            ? new Spell<SchoolMembership>(
                ids[row] ?? "", new SchoolMembership(school, entry, exits[row], grades[row], plans[row], cohorts[row], years[row]) { ExitType = exitTypes[row] },
                entry, exits[row], history.Vanished(row), history.Returned(row))
            : null;
    }

    /// <summary>Rows of a student's class or its history.</summary>
    public static Func<int, Spell<ClassSeat>?> Section(CanonicalColumns columns)
    {
        var (classes, schools, roles) = (columns.Texts("classSourcedId"), columns.Texts("schoolSourcedId"), columns.Texts("role"));
        var (begins, ends) = (columns.Dates("beginDate"), columns.Dates("endDate"));
        var (ids, history) = (columns.Texts("sourcedId"), HistoryDays.Of(columns));
        return row => string.Equals(roles[row], "student", StringComparison.Ordinal)
            ? new Spell<ClassSeat>(
                ids[row] ?? "", new ClassSeat(classes[row] ?? "", schools[row]), begins[row], ends[row], history.Vanished(row), history.Returned(row))
            : null;
    }

    public static Func<int, AttendanceMark?> Attendance(CanonicalColumns columns)
    {
        var (schools, classes, dates) = (columns.Coded("schoolSourcedId"), columns.Coded("classSourcedId"), columns.Dates("eventDate"));
        var (categories, durations) = (columns.Coded("attendanceEventCategory").Select(RosterCodes.AttendanceCategoryOf), columns.Millionths("eventDuration"));
        return row => dates[row] is { } date
            ? new AttendanceMark(schools[row], classes[row], date, categories(row), Hundredths.Of(durations[row]))
            : null;
    }

    public static Func<int, CourseAttempt> Attempt(CanonicalColumns columns)
    {
        var (years, results) = (columns.Integers("schoolYear"), columns.Coded("courseAttemptResult").Select(RosterCodes.CourseAttemptResultOf));
        var (attempted, earned) = (columns.Millionths("attemptedCredits"), columns.Millionths("earnedCredits"));
        var (letters, numbers, repeats) = (columns.Coded("finalLetterGrade"), columns.Millionths("finalNumericGrade"), columns.Coded("courseRepeatCode"));
        var (codes, sceds, subjects) = (columns.Coded("courseCode"), columns.Coded("scedCode"), columns.Coded("academicSubject"));
        var (categories, grades) = (columns.Coded("creditCategory"), columns.Coded("whenTakenGradeLevel"));
        var summers = columns.Coded("term").Select(static term => term?.Contains("summer", StringComparison.OrdinalIgnoreCase) == true);
        var found = new Dictionary<(int Subject, int Code), CoreSubject>();
        return row => new CourseAttempt(
            years[row], results(row), Hundredths.Of(attempted[row]) ?? 0, Hundredths.Of(earned[row]) ?? 0,
            letters[row], Hundredths.Of(numbers[row]), repeats[row])
        {
            CourseCode = sceds[row] ?? codes[row],
            SubjectName = subjects[row],
            Subject = SubjectOf(row),
            Category = categories[row],
            GradeLevel = grades[row],
            IsSummer = summers(row),
        };

        CoreSubject SubjectOf(int row)
        {
            ref var subject = ref CollectionsMarshal.GetValueRefOrAddDefault(found, (subjects.Codes[row], sceds.Codes[row]), out var isFound);
            return isFound ? subject : subject = CoreSubjects.Of(subjects[row], sceds[row]);
        }
    }

    public static Func<int, DisciplineMark?> Discipline(CanonicalColumns columns)
    {
        var (incidents, kinds, dates) = (columns.Texts("incidentSourcedId"), columns.Texts("discipline"), columns.Dates("disciplineDate"));
        var (assigned, actual) = (columns.Millionths("disciplineActionLength"), columns.Millionths("actualDisciplineActionLength"));
        return row => dates[row] is { } date
            ? new DisciplineMark(RosterCodes.DisciplineKindOf(kinds[row]), date, Hundredths.Of(actual[row]), Hundredths.Of(assigned[row]), incidents[row])
            : null;
    }

    public static Func<int, AssessmentResult?> Assessment(CanonicalColumns columns)
    {
        var (tests, dates, grades) = (columns.Texts("assessmentIdentifier"), columns.Dates("administrationDate"), columns.Texts("gradeLevelWhenAssessed"));
        var (scores, levels, met) = (columns.Millionths("scoreResult"), columns.Texts("performanceLevel"), columns.Booleans("performanceLevelMet"));
        var reasons = columns.Texts("reasonNotTested");
        return row => tests[row] is { } test
            ? new AssessmentResult(test, dates[row], grades[row], Hundredths.Of(scores[row]), levels[row], met[row], !string.IsNullOrWhiteSpace(reasons[row]))
            : null;
    }

    public static Func<int, ProgramMembership?> Program(CanonicalColumns columns)
    {
        var (characteristics, begins, ends) = (columns.Texts("characteristic"), columns.Dates("beginDate"), columns.Dates("endDate"));
        return row => RosterCodes.ProgramCharacteristicOf(characteristics[row]) is { } program ? new ProgramMembership(program, begins[row], ends[row]) : null;
    }

    public static Func<int, Demographics> Demographics(CanonicalColumns columns)
    {
        var sexes = columns.Texts("sex");
        var hispanic = columns.Booleans("hispanicOrLatinoEthnicity");
        (RaceFlags Flag, bool?[] Values)[] races =
        [
            (RaceFlags.AmericanIndianOrAlaskaNative, columns.Booleans("americanIndianOrAlaskaNative")),
            (RaceFlags.Asian, columns.Booleans("asian")),
            (RaceFlags.BlackOrAfricanAmerican, columns.Booleans("blackOrAfricanAmerican")),
            (RaceFlags.NativeHawaiianOrOtherPacificIslander, columns.Booleans("nativeHawaiianOrOtherPacificIslander")),
            (RaceFlags.White, columns.Booleans("white")),
            (RaceFlags.TwoOrMoreRaces, columns.Booleans("demographicRaceTwoOrMoreRaces")),
        ];
        return row =>
        {
            var flags = RaceFlags.None;
            foreach (var (flag, values) in races)
            {
                flags |= values[row] == true ? flag : RaceFlags.None;
            }

            return new Demographics(RosterCodes.SexOf(sexes[row]), flags, hispanic[row] == true);
        };
    }
}
