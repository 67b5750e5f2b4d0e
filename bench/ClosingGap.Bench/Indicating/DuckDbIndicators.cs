#if DUCKDB
using System.Globalization;
using DuckDB.NET.Data;

namespace ClosingGap.Bench.Indicating;

/// <summary>
/// DuckDB making the core aggregates of the same Parquet files: for each student half days absent and of membership, classes failed and graded
/// in the latest grading period, credits earned; summed up so that nothing is skipped. On all cores.
/// </summary>
internal static class DuckDbIndicators
{
    private const string Data = "curated/TX/990001/data/sis";

    public static async Task<(long Students, CoreTotals Totals)> ComputeAsync(string folder, CancellationToken cancellationToken)
    {
        await using var connection = new DuckDBConnection("DataSource=:memory:");
        await connection.OpenAsync(cancellationToken);
        await using var command = connection.CreateCommand();
        foreach (var table in new[] { "schoolEnrollments", "calendarDates", "attendance", "gradingPeriodGrades", "courseTranscripts", "academicSessions" })
        {
            command.CommandText = $"CREATE VIEW {table} AS SELECT * FROM read_parquet('{folder}/{Data}/{table}/*/*.parquet')";
            await command.ExecuteNonQueryAsync(cancellationToken);
        }

        var attendance = await RowAsync(Attendance);
        var failures = await RowAsync(Failures);
        var credits = await RowAsync(Credits);
        return (attendance[0], new CoreTotals(attendance[1], attendance[2], failures[0], failures[1], credits[0]));

        async Task<long[]> RowAsync(string sql)
        {
            command.CommandText = sql;
            await using var reader = await command.ExecuteReaderAsync(cancellationToken);
            await reader.ReadAsync(cancellationToken);
            return [.. Enumerable.Range(0, reader.FieldCount).Select(i => Convert.ToInt64(reader.GetValue(i), CultureInfo.InvariantCulture))];
        }
    }

    // The last submitted day of a school bounds what was measured; days of a student with one membership are counted by the calendar's
    // running number instead of one by one, which is the quicker way for the engine.
    private const string Attendance = """
        WITH submitted AS (SELECT schoolSourcedId AS school, max(eventDate) AS last FROM attendance GROUP BY 1),
        days AS (
            SELECT schoolSourcedId AS school, date, row_number() OVER (PARTITION BY schoolSourcedId ORDER BY date) AS number
            FROM (SELECT DISTINCT schoolSourcedId, date FROM calendarDates WHERE calendarEvent IN ('Instructional day', 'Make-up day'))),
        spans AS (
            SELECT e.userSourcedId AS student, e.schoolSourcedId AS school, entryDate AS first,
                least(coalesce(exitWithdrawDate - 1, DATE '9999-12-31'), s.last) AS last, count(*) OVER (PARTITION BY e.userSourcedId) AS spans
            FROM schoolEnrollments e JOIN submitted s ON s.school = e.schoolSourcedId
            WHERE entryDate <= coalesce(exitWithdrawDate - 1, DATE '9999-12-31')),
        numbered AS (
            SELECT s.student, coalesce(b.number, 0) - coalesce(a.number, 0) AS days
            FROM (SELECT * FROM spans WHERE spans = 1) s
            ASOF LEFT JOIN days a ON a.school = s.school AND a.date < s.first
            ASOF LEFT JOIN days b ON b.school = s.school AND b.date <= s.last),
        listed AS (
            SELECT s.student, count(DISTINCT d.date) AS days
            FROM (SELECT * FROM spans WHERE spans > 1) s JOIN days d ON d.school = s.school AND d.date BETWEEN s.first AND s.last
            GROUP BY 1),
        member AS (SELECT student, greatest(days, 0) AS days FROM numbered UNION ALL SELECT student, days FROM listed),
        absent AS (
            SELECT a.userSourcedId AS student, a.eventDate,
                max(CASE WHEN eventDuration IS NULL OR eventDuration >= 1 THEN 2 WHEN eventDuration >= 0.5 THEN 1 ELSE 0 END) AS halves
            FROM attendance a
            JOIN days d ON d.school = a.schoolSourcedId AND d.date = a.eventDate
            JOIN spans s ON s.student = a.userSourcedId AND s.school = a.schoolSourcedId AND a.eventDate BETWEEN s.first AND s.last
            WHERE attendanceEventCategory IN ('Excused Absence', 'Unexcused Absence')
            GROUP BY 1, 2),
        absences AS (SELECT student, sum(halves) AS halves FROM absent GROUP BY 1)
        SELECT count(*), CAST(sum(coalesce(a.halves, 0)) AS BIGINT), CAST(sum(2 * m.days) AS BIGINT) FROM member m LEFT JOIN absences a USING (student)
        """;

    private const string Failures = """
        WITH marks AS (
            SELECT userSourcedId AS student, classSourcedId AS class, s.endDate AS period, asOfDate,
                CASE WHEN letterGrade IS NOT NULL THEN upper(letterGrade) = 'F' ELSE numericGrade < 60 END AS failed
            FROM gradingPeriodGrades g JOIN academicSessions s ON s.sourcedId = g.academicSessionSourcedId
            WHERE gradeType = 'Grading Period' AND (letterGrade IS NOT NULL OR numericGrade IS NOT NULL)),
        latest AS (SELECT student, max(period) AS period FROM marks GROUP BY 1),
        counted AS (SELECT student, class, arg_max(failed, asOfDate) AS failed FROM marks JOIN latest USING (student, period) GROUP BY 1, 2),
        students AS (SELECT student, count(*) FILTER (failed) AS failed, count(*) AS graded FROM counted GROUP BY 1)
        SELECT CAST(sum(failed) AS BIGINT), CAST(sum(graded) AS BIGINT) FROM students
        """;

    private const string Credits = """
        WITH students AS (SELECT userSourcedId AS student, sum(earnedCredits) AS earned FROM courseTranscripts GROUP BY 1)
        SELECT CAST(round(100 * sum(earned)) AS BIGINT) FROM students
        """;
}
#endif
