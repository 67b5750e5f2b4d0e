using ClosingGap.Ingest.Snapshot;
using ClosingGap.Pipeline.Computing;
using ClosingGap.Pipeline.Tests.Properties;
using FsCheck;
using FsCheck.Fluent;

namespace ClosingGap.Pipeline.Tests.Computing;

public sealed class RowsByStudentTests(ITestOutputHelper output)
{
    [Fact]
    public void Group_OfAnyTable_EqualsAPlainSearch() => PropertyCheck.Holds(
        output,
        from rows in Gen.Choose(-1, 8).ArrayOf()
        from students in Gen.Choose(0, 6)
        select (rows, students),
        table =>
        {
            var ids = table.rows.Select(row => row < 0 ? null : $"s{row}").ToArray();
            var students = new StudentOrdinals([.. Enumerable.Range(0, table.students).Select(i => $"s{i}")]);

            var grouped = RowsByStudent.Group(CodedTexts.Of(ids), students);

            for (var student = 0; student < table.students; student++)
            {
                var expected = Enumerable.Range(0, ids.Length).Where(row => ids[row] == $"s{student}");
                Assert.Equal(expected, grouped.Of(student).ToArray());
            }
        });
}
