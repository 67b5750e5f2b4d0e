using ClosingGap.Domain.Roster;
using ClosingGap.Ingest.Canonical;
using ClosingGap.Ingest.Snapshot;

namespace ClosingGap.Pipeline.Computing;

/// <summary>
/// The marks of one shard, grouped by student. As <see cref="ShardTable{T}"/>, without a call for each row: there are more marks than rows of
/// all other tables together.
/// </summary>
internal sealed class GradeTable
{
    private readonly List<Part> _parts = [];

    /// <param name="parts">The table's columns, one part for each source that has it.</param>
    /// <param name="students">The students of the shard.</param>
    /// <param name="subjectOf">The core subject of a class; asked once for each class. Null: it is left to who asks a mark for it.</param>
    public GradeTable(IReadOnlyList<CanonicalColumns> parts, StudentOrdinals students, Func<string, CoreSubject>? subjectOf)
    {
        var table = CanonicalTables.Get("gradingPeriodGrades");
        foreach (var columns in parts)
        {
            var classes = columns.Coded("classSourcedId");
            var types = columns.Coded("gradeType");
            _parts.Add(new Part(
                RowsByStudent.Group(columns.Coded(table.StudentColumn!), students),
                classes,
                subjectOf is null ? null : classes.ConvertAll(subjectOf),
                columns.Coded("academicSessionSourcedId"),
                types,
                types.ConvertAll(RosterCodes.GradeTypeOf),
                columns.Coded("letterGrade"),
                columns.Millionths("numericGrade"),
                columns.Dates("asOfDate")));
        }
    }

    /// <summary>The marks of a student.</summary>
    public PeriodGrade[] Of(int student)
    {
        var count = 0;
        foreach (var part in _parts)
        {
            count += part.Rows.Of(student).Length;
        }

        if (count == 0)
        {
            return [];
        }

        var grades = new PeriodGrade[count];
        var next = 0;
        foreach (var part in _parts)
        {
            var classes = part.Classes.Codes;
            var types = part.Types.Codes;
            foreach (var row in part.Rows.Of(student))
            {
                var (ofClass, ofType) = (classes[row], types[row]);
                grades[next++] = new PeriodGrade(
                    ofClass < 0 ? "" : part.Classes.Values[ofClass],
                    part.Sessions[row] ?? "",
                    ofType < 0 ? GradeType.GradingPeriod : part.TypeOf[ofType],
                    part.Letters[row],
                    Hundredths.Of(part.Numbers[row]),
                    part.Dates[row])
                {
                    Subject = part.Subjects is not { } subjects ? null : ofClass < 0 ? CoreSubject.None : subjects[ofClass],
                };
            }
        }

        return grades;
    }

    private sealed record Part(
        RowsByStudent Rows,
        CodedTexts Classes,
        CoreSubject[]? Subjects,
        CodedTexts Sessions,
        CodedTexts Types,
        GradeType[] TypeOf,
        CodedTexts Letters,
        DecimalCells Numbers,
        DateOnly?[] Dates);
}
