namespace ClosingGap.Domain.Indicators;

/// <summary>The indicators: what is measured of a student, and what milestones can name unless it says otherwise.</summary>
public static class IndicatorIds
{
    /// <summary>Half days absent of half days of membership.</summary>
    public const string AttendanceRate = "attendance.rate";

    /// <summary>Classes failed of classes graded in the latest grading period.</summary>
    public const string CourseFailures = "course.failures";

    /// <summary>Classes in English failed of those graded in the latest grading period.</summary>
    public const string EnglishFailures = "course.failures.english";

    /// <summary>Classes in mathematics failed of those graded in the latest grading period.</summary>
    public const string MathematicsFailures = "course.failures.mathematics";

    /// <summary>Classes in English, mathematics, science and social studies failed of those graded in the latest grading period.</summary>
    public const string CoreFailures = "course.failures.core";

    /// <summary>Sum of the marks in English in the latest grading period, of their number; in hundredths.</summary>
    public const string EnglishMean = "course.meanMark.english";

    /// <summary>Sum of the marks in mathematics in the latest grading period, of their number; in hundredths.</summary>
    public const string MathematicsMean = "course.meanMark.mathematics";

    /// <summary>Grade points of the lowest mark in English in the latest grading period, in hundredths.</summary>
    public const string EnglishLowest = "course.lowestMark.english";

    /// <summary>Grade points of the lowest mark in mathematics in the latest grading period, in hundredths.</summary>
    public const string MathematicsLowest = "course.lowestMark.mathematics";

    /// <summary>Transcript rows of the school year, without summer, failed of those finished.</summary>
    public const string SemesterFailures = "course.semesterFailures";

    /// <summary>The same in English, mathematics, science and social studies.</summary>
    public const string CoreSemesterFailures = "course.semesterFailures.core";

    /// <summary>Unweighted grade points times credits attempted, of credits attempted; in hundredths.</summary>
    public const string GradePoints = "gpa.unweighted";

    /// <summary>The same with the points that the course's category adds.</summary>
    public const string WeightedGradePoints = "gpa.weighted";

    /// <summary>Credits earned in the school year, without summer, in hundredths.</summary>
    public const string YearCredits = "credits.year";

    /// <summary>Out-of-school suspensions in the school year.</summary>
    public const string OutOfSchoolSuspensions = "discipline.outOfSchoolSuspensions";

    /// <summary>Suspensions in and out of school and expulsions in the school year.</summary>
    public const string Removals = "discipline.removals";

    /// <summary>Distinct disciplinary incidents in the school year.</summary>
    public const string Incidents = "behavior.incidents";

    /// <summary>Distinct incidents in the school year that were an offense against the law of the state.</summary>
    public const string StateOffenses = "behavior.stateOffenses";

    /// <summary>Test results at or above the proficient level of those with a level. A fact only; milestones look at single tests.</summary>
    public const string AssessmentResults = "assessment.results";

    /// <summary>The score of the declared attempt on tests of a family and subject, held against a benchmark.</summary>
    public const string AssessmentScore = "assessment.score";

    /// <summary>Whether the declared attempt on tests of a subject reached the proficient level.</summary>
    public const string AssessmentProficiency = "assessment.proficiency";

    /// <summary>Whether a course was passed by the end of a grade.</summary>
    public const string CourseCompleted = "course.completed";

    /// <summary>Whether a regular diploma was earned within four, five or six years of the first entry into grade 9.</summary>
    public const string Graduation = "graduation.onTime";

    /// <summary>Transcript rows failed of all transcript rows.</summary>
    public const string CourseAttempts = "course.attempts";

    /// <summary>Credits earned of the credits the graduation plan asks for in all, in hundredths.</summary>
    public const string CreditsEarned = "credits.earned";

    /// <summary>Days suspended in the school year, in hundredths.</summary>
    public const string SuspensionDays = "discipline.suspensionDays";

    /// <summary>Days absent in a row up to the last day measured. A fact only: no milestone can be made from it.</summary>
    public const string AbsenceStreak = "attendance.streak";

    /// <summary>School days with a disciplinary action of days of membership.</summary>
    public const string BehaviorDays = "behavior.incidentDays";

    /// <summary>Changes of school within the school year.</summary>
    public const string SchoolChanges = "mobility.schoolChanges";

    /// <summary>Assignments missing of assignments due in the LMS.</summary>
    public const string LmsMissingWork = "lms-missing-work";

    /// <summary>Assignments handed in late of assignments handed in, of those due in the LMS.</summary>
    public const string LmsLateWork = "lms-late-work";

    /// <summary>Days since the student last did something in the LMS.</summary>
    public const string LmsLastActivity = "lms-last-activity";

    /// <summary>Minutes recorded in the LMS, in hundredths. A fact only: no milestone can be made from it.</summary>
    public const string LmsActivityMinutes = "lms-activity-minutes";

    /// <summary>Scores in the sections of the LMS, in hundredths. A fact only: no milestone can be made from it.</summary>
    public const string LmsCurrentScore = "lms-current-score";

    /// <summary>Those that tell no more than another fact where they were not measured: they are left out of documents then.</summary>
    public static IReadOnlySet<string> Details { get; } = new HashSet<string>(StringComparer.Ordinal)
    {
        CoreFailures, EnglishFailures, MathematicsFailures, EnglishMean, MathematicsMean, EnglishLowest, MathematicsLowest,
        GradePoints, WeightedGradePoints, SemesterFailures, CoreSemesterFailures, YearCredits, AssessmentResults, OutOfSchoolSuspensions, Removals, Incidents,
        StateOffenses,
    };

    /// <summary>Begins the names of credits earned in one subject of those that the plan asks for in it: <c>credits.subject.Mathematics</c>.</summary>
    public const string SubjectCredits = "credits.subject.";

    /// <summary>Whether a fact breaks another one down.</summary>
    public static bool IsDetail(string indicator)
    {
        ArgumentNullException.ThrowIfNull(indicator);
        return Details.Contains(indicator) || indicator.StartsWith(SubjectCredits, StringComparison.Ordinal);
    }

    /// <summary>Those that a milestone definition may name.</summary>
    public static IReadOnlyList<string> OfMilestones { get; } =
        [.. IndicatorScale.All.Select(scale => scale.Indicator), CreditsEarned, AssessmentScore, AssessmentProficiency, CourseCompleted, Graduation];
}
