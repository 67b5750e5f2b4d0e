using System.Globalization;
using System.IO.Compression;
using System.Runtime.InteropServices;
using System.Text;

namespace ClosingGap.Bench.Ingesting;

/// <summary>
/// Writes a sound OneRoster 1.2 bulk package of any size: one district of invented students, the same bytes on every run. Records of people,
/// classes and results go by 36 characters as in most exports, orgs and sessions by short ids.
/// </summary>
internal static class BulkPackage
{
    private const int BytesOfAStudent = 9_300;
    private const int StudentsOfASchool = 1_000;
    private const int ClassesOfASchool = 320;
    private const int EnrollmentsOfAStudent = 8;
    private const int AbsencesOfAStudent = 12;
    private const int ResultsOfAStudent = 40;
    private const int LineItemsOfAClass = 5;
    private const int Courses = 250;

    private static readonly string[] s_given = ["Ada", "Björk", "Chidi", "Dolores", "Emeka", "Farah", "Goro", "Hana", "Ines", "Jonah"];
    private static readonly string[] s_family = ["Abara", "Brandt", "Castillo", "Dvořák", "Eriksen", "Fontaine", "Greene", "\"Haas, Jr.\"", "Ito", "Jensen"];
    private static readonly string[] s_comments = ["", "", "", "Good work", "\"Late, but complete\"", "See me after class"];
    private static readonly string[] s_absences = ["Excused Absence", "Unexcused Absence", "Tardy", "In Attendance"];

    /// <summary>Writes the files into a new folder and beside it a zip of them.</summary>
    /// <returns>The uncompressed size in bytes.</returns>
    public static long Write(string folder, int megabytes)
    {
        Directory.CreateDirectory(folder);
        var students = Math.Max(StudentsOfASchool, (int)((long)megabytes * 1_000_000 / BytesOfAStudent));
        var schools = students / StudentsOfASchool;
        students = schools * StudentsOfASchool;
        var classes = schools * ClassesOfASchool;
        File(folder, "manifest", "propertyName,value", Manifest(), static (line, text) => text.Append(CultureInfo.InvariantCulture, $"{line}"));
        File(folder, "orgs", "sourcedId,status,dateLastModified,name,type,identifier,parentSourcedId", Enumerable.Range(0, schools + 1), (n, text) =>
            text.Append(CultureInfo.InvariantCulture, $"org-{n},,,{(n == 0 ? "Bench District,district" : "A School,school")},{n:000},{(n == 0 ? string.Empty : "org-0")}"));
        File(folder, "academicSessions", "sourcedId,status,dateLastModified,title,type,startDate,endDate,parentSourcedId,schoolYear", ["year,,,2026-2027,schoolYear,2026-08-17,2027-06-04,,2027", "fall,,,Fall,semester,2026-08-17,2026-12-18,year,2027", "spring,,,Spring,semester,2027-01-05,2027-06-04,year,2027"],
            static (line, text) => text.Append(line));
        File(folder, "courses", "sourcedId,status,dateLastModified,schoolYearSourcedId,title,courseCode,grades,orgSourcedId,subjects,subjectCodes", Enumerable.Range(0, Courses), static (n, text) =>
            text.Append(CultureInfo.InvariantCulture, $"course-{n},,,year,Course {n},C{n:0000},\"09,10\",org-0,Mathematics,{n % 10:00}"));
        File(folder, "classes", "sourcedId,status,dateLastModified,title,grades,courseSourcedId,classCode,classType,location,schoolSourcedId,termSourcedIds,subjects,subjectCodes,periods", Enumerable.Range(0, classes), static (n, text) =>
            text.Append(CultureInfo.InvariantCulture, $"{Id(1, n)},,,Class {n},09,course-{n % Courses},C{n},scheduled,Room {n % 90},org-{(n / ClassesOfASchool) + 1},\"fall,spring\",,,{(n % 8) + 1}"));
        File(folder, "users", "sourcedId,status,dateLastModified,enabledUser,username,userIds,givenName,familyName,middleName,identifier,email,sms,phone,agentSourcedIds,grades,password,userMasterIdentifier,resourceSourcedIds,preferredGivenName,preferredMiddleName,preferredFamilyName,primaryOrgSourcedId,pronouns", Enumerable.Range(0, students), static (n, text) =>
            text.Append(CultureInfo.InvariantCulture, $"{Id(2, n)},,,true,student{n},{{LDAP:{n}}},{s_given[n % 10]},{s_family[n / 10 % 10]},,{n:00000000},student{n}@example.org,,,,{(n % 4) + 9:00},,,,,,,org-{(n / StudentsOfASchool) + 1},"));
        File(folder, "roles", "sourcedId,status,dateLastModified,userSourcedId,roleType,role,beginDate,endDate,orgSourcedId,userProfileSourcedId", Enumerable.Range(0, students), static (n, text) =>
            text.Append(CultureInfo.InvariantCulture, $"{Id(3, n)},,,{Id(2, n)},primary,student,2026-08-17,,org-{(n / StudentsOfASchool) + 1},"));
        File(folder, "enrollments", "sourcedId,status,dateLastModified,classSourcedId,schoolSourcedId,userSourcedId,role,primary,beginDate,endDate", Enumerable.Range(0, students * EnrollmentsOfAStudent), static (n, text) =>
            text.Append(CultureInfo.InvariantCulture, $"{Id(4, n)},,,{Id(1, ClassOf(n / EnrollmentsOfAStudent, n % EnrollmentsOfAStudent))},org-{(n / EnrollmentsOfAStudent / StudentsOfASchool) + 1},{Id(2, n / EnrollmentsOfAStudent)},student,,2026-08-17,"));
        File(folder, "demographics", "sourcedId,status,dateLastModified,birthDate,sex,americanIndianOrAlaskaNative,asian,blackOrAfricanAmerican,nativeHawaiianOrOtherPacificIslander,white,demographicRaceTwoOrMoreRaces,hispanicOrLatinoEthnicity,countryOfBirthCode,stateOfBirthAbbreviation,cityOfBirth,publicSchoolResidenceStatus", Enumerable.Range(0, students), static (n, text) =>
            text.Append(CultureInfo.InvariantCulture, $"{Id(2, n)},,,{2008 + (n % 4)}-{(n % 12) + 1:00}-{(n % 28) + 1:00},{(n % 2 == 0 ? "female" : "male")},false,false,false,false,true,false,false,US,TX,Austin,"));
        File(folder, "attendance", "userSourcedId,schoolSourcedId,classSourcedId,eventDate,attendanceEventCategory,attendanceEventReason,eventDuration,periods", Enumerable.Range(0, students * AbsencesOfAStudent), static (n, text) =>
            text.Append(CultureInfo.InvariantCulture, $"{Id(2, n / AbsencesOfAStudent)},org-{(n / AbsencesOfAStudent / StudentsOfASchool) + 1},,2026-{9 + (n % AbsencesOfAStudent / 4):00}-{(n % AbsencesOfAStudent) + 1:00},{s_absences[n % 4]},,1,"));
        File(folder, "categories", "sourcedId,status,dateLastModified,title,weight", Enumerable.Range(0, 4), static (n, text) => text.Append(CultureInfo.InvariantCulture, $"category-{n},,,Category {n},25"));
        File(folder, "lineItems", "sourcedId,status,dateLastModified,title,description,assignDate,dueDate,classSourcedId,categorySourcedId,academicSessionSourcedId,resultValueMin,resultValueMax,schoolSourcedId", Enumerable.Range(0, classes * LineItemsOfAClass), static (n, text) =>
            text.Append(CultureInfo.InvariantCulture, $"{Id(5, n)},,,Task {n % LineItemsOfAClass},,2026-09-01,2026-09-{(n % 28) + 1:00},{Id(1, n / LineItemsOfAClass)},category-{n % 4},fall,0,100,org-{(n / LineItemsOfAClass / ClassesOfASchool) + 1}"));
        File(folder, "results", "sourcedId,status,dateLastModified,lineItemSourcedId,studentSourcedId,scoreStatus,score,scoreDate,comment,textScore,classSourcedId,inProgress,incomplete,late,missing", Enumerable.Range(0, students * ResultsOfAStudent), static (n, text) =>
        {
            var (student, item) = (n / ResultsOfAStudent, n % ResultsOfAStudent);
            var inClass = ClassOf(student, item / LineItemsOfAClass);
            text.Append(CultureInfo.InvariantCulture, $"{Id(6, n)},,,{Id(5, (inClass * LineItemsOfAClass) + (item % LineItemsOfAClass))},{Id(2, student)},fully graded,{(student * 7 + item) % 100}.5,2026-09-{(item % 28) + 1:00},{s_comments[n % 6]},,{Id(1, inClass)},false,false,{(n % 9 == 0 ? "true" : "false")},false");
        });
        ZipFile.CreateFromDirectory(folder, folder + ".zip", CompressionLevel.Fastest, includeBaseDirectory: false);
        return new DirectoryInfo(folder).EnumerateFiles().Sum(static file => file.Length);
    }

    private static int ClassOf(int student, int number) =>
        (student / StudentsOfASchool * ClassesOfASchool) + ((student * EnrollmentsOfAStudent + (number * 37)) % ClassesOfASchool);

    private static IEnumerable<string> Manifest()
    {
        string[] present = ["academicSessions", "categories", "classes", "courses", "demographics", "enrollments", "lineItems", "orgs", "results", "roles", "users"];
        string[] absent = ["classResources", "courseResources", "lineItemLearningObjectiveIds", "lineItemScoreScales", "resources", "resultLearningObjectiveIds", "resultScoreScales", "scoreScales", "userProfiles", "userResources"];
        return ["manifest.version,1.0", "oneroster.version,1.2", "source.systemName,Bench", .. present.Select(table => $"file.{table},bulk"), .. absent.Select(table => $"file.{table},absent")];
    }

    /// <summary>An id of 36 characters that looks random and is not.</summary>
    private static Guid Id(ulong kind, int number)
    {
        Span<ulong> parts = [Mix(((ulong)number << 4) + kind), Mix((((ulong)number << 4) + kind) ^ 0x5851F42D4C957F2D)];
        return new Guid(MemoryMarshal.AsBytes(parts));
    }

    private static ulong Mix(ulong value)
    {
        value = (value ^ (value >> 30)) * 0xBF58476D1CE4E5B9;
        value = (value ^ (value >> 27)) * 0x94D049BB133111EB;
        return value ^ (value >> 31);
    }

    private static void File<T>(string folder, string name, string header, IEnumerable<T> rows, Action<T, StringBuilder> write)
    {
        using var file = new StreamWriter(Path.Combine(folder, name + ".csv"), append: false, new UTF8Encoding(false), bufferSize: 1 << 18);
        file.Write(header);
        file.Write('\n');
        var line = new StringBuilder(512);
        foreach (var row in rows)
        {
            line.Clear();
            write(row, line);
            line.Append('\n');
            foreach (var chunk in line.GetChunks())
            {
                file.Write(chunk.Span);
            }
        }
    }
}
