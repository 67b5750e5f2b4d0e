namespace ClosingGap.SampleData;

/// <summary>The files of the package, with the exact header rows of OneRoster 1.2 and of the extension files.</summary>
internal static class SisTables
{
    /// <summary>The 21 data files of OneRoster 1.2, each of which the manifest must name.</summary>
    public static readonly string[] OneRosterFiles =
    [
        "academicSessions", "categories", "classes", "classResources", "courseResources", "courses", "demographics", "enrollments",
        "lineItemLearningObjectiveIds", "lineItems", "lineItemScoreScales", "orgs", "resources", "resultLearningObjectiveIds", "results",
        "resultScoreScales", "roles", "scoreScales", "userProfiles", "userResources", "users",
    ];

    private const string Common = "sourcedId,status,dateLastModified,";

    public static readonly SisTable[] OneRoster =
    [
        new("academicSessions", Common + "title,type,startDate,endDate,parentSourcedId,schoolYear", StructureTables.AcademicSessionsAsync),
        new(
            "classes",
            Common + "title,grades,courseSourcedId,classCode,classType,location,schoolSourcedId,termSourcedIds,subjects,subjectCodes,periods",
            StructureTables.ClassesAsync),
        new(
            "courses",
            Common + "schoolYearSourcedId,title,courseCode,grades,orgSourcedId,subjects,subjectCodes",
            StructureTables.CoursesAsync),
        new(
            "demographics",
            Common + "birthDate,sex,americanIndianOrAlaskaNative,asian,blackOrAfricanAmerican,nativeHawaiianOrOtherPacificIslander,white,"
            + "demographicRaceTwoOrMoreRaces,hispanicOrLatinoEthnicity,countryOfBirthCode,stateOfBirthAbbreviation,cityOfBirth,"
            + "publicSchoolResidenceStatus",
            PeopleTables.DemographicsAsync),
        new(
            "enrollments",
            Common + "classSourcedId,schoolSourcedId,userSourcedId,role,primary,beginDate,endDate",
            EnrollmentTables.EnrollmentsAsync),
        new("orgs", Common + "name,type,identifier,parentSourcedId", StructureTables.OrgsAsync),
        new(
            "roles",
            Common + "userSourcedId,roleType,role,beginDate,endDate,orgSourcedId,userProfileSourcedId",
            PeopleTables.RolesAsync),
        new(
            "users",
            Common + "enabledUser,username,userIds,givenName,familyName,middleName,identifier,email,sms,phone,agentSourcedIds,grades,password,"
            + "userMasterIdentifier,resourceSourcedIds,preferredGivenName,preferredMiddleName,preferredFamilyName,primaryOrgSourcedId,pronouns",
            PeopleTables.UsersAsync),
    ];

    public static readonly SisTable[] Extensions =
    [
        new("calendarDates", "schoolSourcedId,date,calendarEvent,isInstructional", StructureTables.CalendarDatesAsync),
        new(
            "schoolEnrollments",
            "sourcedId,userSourcedId,schoolSourcedId,schoolYear,entryDate,entryGradeLevel,entryType,exitWithdrawDate,exitWithdrawType,"
            + "cohortYear,graduationPlanType,fullTimeEquivalency",
            EnrollmentTables.SchoolEnrollmentsAsync),
        new("studentPrograms", "userSourcedId,characteristic,beginDate,endDate", EnrollmentTables.StudentProgramsAsync),
        new(
            "attendance",
            "userSourcedId,schoolSourcedId,classSourcedId,eventDate,attendanceEventCategory,attendanceEventReason,eventDuration,periods",
            ConductTables.AttendanceAsync),
        new(
            "gradingPeriodGrades",
            "userSourcedId,classSourcedId,academicSessionSourcedId,gradeType,letterGrade,numericGrade,asOfDate",
            CourseworkTables.GradingPeriodGradesAsync),
        new(
            "courseTranscripts",
            "sourcedId,userSourcedId,schoolSourcedId,courseSourcedId,courseCode,scedCode,academicSubject,schoolYear,term,"
            + "whenTakenGradeLevel,courseAttemptResult,attemptedCredits,earnedCredits,finalLetterGrade,finalNumericGrade,courseRepeatCode,"
            + "creditCategory",
            CourseworkTables.CourseTranscriptsAsync),
        new(
            "disciplineIncidents",
            "sourcedId,schoolSourcedId,incidentDate,incidentLocation,behavior,reportedToLawEnforcement",
            ConductTables.DisciplineIncidentsAsync),
        new(
            "disciplineActions",
            "sourcedId,incidentSourcedId,userSourcedId,discipline,disciplineDate,disciplineActionLength,actualDisciplineActionLength",
            ConductTables.DisciplineActionsAsync),
        new(
            "assessments",
            "assessmentIdentifier,title,family,academicSubject,assessedGradeLevel,assessmentCategory,scoreMin,scoreMax,version",
            AssessmentTables.AssessmentsAsync),
        new(
            "assessmentResults",
            "sourcedId,userSourcedId,assessmentIdentifier,administrationDate,assessmentPeriod,gradeLevelWhenAssessed,scoreResult,reportingMethod,"
            + "standardError,performanceLevel,performanceLevelMet,reasonNotTested,retest",
            AssessmentTables.AssessmentResultsAsync),
        new("graduationPlans", "graduationPlanType,orgSourcedId,schoolYear,academicSubject,requiredCredits", StructureTables.GraduationPlansAsync),
    ];
}
