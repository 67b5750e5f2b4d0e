namespace ClosingGap.Functions.Tests.Privacy;

/// <summary>Exports of learning management systems that the built-in profiles read, with rows that hold secrets.</summary>
internal static class PlantedLms
{
    /// <summary>A tree of Ed-Fi's LMS Toolkit: the first file of each kind has the rows with secrets.</summary>
    public static IReadOnlyDictionary<string, string> Tree(string folder, Secrets secrets)
    {
        var files = new Dictionary<string, string>(StringComparer.Ordinal);
        var kinds = new HashSet<string>(StringComparer.Ordinal);
        foreach (var path in Directory.GetFiles(folder, "*.csv", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
        {
            var name = Path.GetRelativePath(folder, path).Replace('\\', '/');
            var kind = name.Split('/').Last(part => !part.Contains('=', StringComparison.Ordinal) && !part.EndsWith(".csv", StringComparison.Ordinal));
            var lines = File.ReadAllLines(path);

            // The last user is a student; the first ones teach.
            files[name] = kinds.Add(kind) ? PlantedRows.Add($"lms {kind}", lines, lines.Length - 1, secrets, "SourceSystemIdentifier") : string.Join('\n', lines) + "\n";
        }

        return files;
    }

    /// <summary>A snapshot of Canvas Data 2: a course, and each student of the roster that is given.</summary>
    public static IReadOnlyDictionary<string, string> Canvas(IReadOnlyList<string> students, Secrets secrets)
    {
        var files = new Dictionary<string, string>(StringComparer.Ordinal);
        Add("users", "key.id,value.name,value.workflow_state,meta.ts", (n, _) => $"{n},{secrets.Plant("canvas: a name")},registered,t");
        Add("pseudonyms", "key.id,value.user_id,value.sis_user_id,value.unique_id,value.workflow_state,meta.ts", (n, id) => $"1{n},{n},{id},{secrets.Plant("canvas: a login")},active,t");
        Add("enrollments", "key.id,value.user_id,value.course_section_id,value.type,value.workflow_state,value.last_activity_at,meta.ts", (n, _) => $"2{n},{n},21,StudentEnrollment,active,2026-01-12T06:30:00.123Z,t");
        Add("submissions", "key.id,value.assignment_id,value.user_id,value.score,value.grade,value.submitted_at,value.workflow_state,value.excused,value.late_policy_status,meta.ts", (n, _) => $"3{n},31,{n},,,,unsubmitted,false,missing,t");
        Add("scores", "key.id,value.enrollment_id,value.current_score,value.final_score,value.course_score,value.workflow_state,meta.ts", (n, _) => $"4{n},2{n},88.5,70,true,active,t");
        One("courses", "key.id,value.name,value.sis_source_id,value.workflow_state,meta.ts", $"11,{secrets.Plant("canvas: a course")},crs-1,available,t");
        One("course_sections", "key.id,value.course_id,value.sis_source_id,value.name,value.workflow_state,meta.ts", $"21,11,cls-1,{secrets.Plant("canvas: a section")},active,t");
        One("assignments", "key.id,value.context_id,value.context_type,value.title,value.due_at,value.points_possible,value.submission_types,value.workflow_state,meta.ts", $"31,11,Course,{secrets.Plant("canvas: a title")},2026-01-13T04:59:59Z,100,online_upload,published,t");
        return files;

        void One(string table, string header, string row) => files[$"{table}.csv"] = PlantedRows.Add($"canvas {table}", [header, row], 1, secrets, "key.id");

        void Add(string table, string header, Func<int, string, string> row) =>
            files[$"{table}.csv"] = PlantedRows.Add($"canvas {table}", [header, .. students.Select((id, at) => row(at + 1, id))], 1, secrets, "key.id");
    }
}
