using System.Xml.Linq;
using ClosingGap.Domain.Roster;
using ClosingGap.Ingest.Canonical;
using ClosingGap.Ingest.Contracts;
using ClosingGap.Ingest.Tests.OneRoster;
using ClosingGap.Ingest.Vocabularies;

namespace ClosingGap.Ingest.Tests.Vocabularies;

public sealed class VocabularySetTests
{
    public static TheoryData<string> Columns => [.. VocabularySet.Columns.Keys];

    public static TheoryData<string> Descriptors => [.. VocabularySet.File.Descriptors.Keys, "GradeLevel"];

    [Theory]
    [MemberData(nameof(Columns))]
    public void EachColumn_IsOneOfAnExtensionFileAndOfItsTable(string name)
    {
        var (table, column) = (name.Split('.')[0], name.Split('.')[1]);
        var contract = FileContracts.Extensions[table];
        Assert.True(contract.IndexOf(column) >= 0);
        Assert.True(CanonicalTables.Get(table).Ordinal(column) >= 0);
        var vocabulary = VocabularySet.Columns[name];
        Assert.NotEmpty(vocabulary.Words);
        Assert.All(vocabulary.Words, word => Assert.Equal(word, vocabulary.Find($"  {word.ToUpperInvariant()} ")));
        Assert.All(VocabularySet.File.Columns[name].Synonyms?.Values ?? [], word => Assert.Contains(word, vocabulary.Words));
        Assert.True(vocabulary.UnlessFilled is null || contract.IndexOf(vocabulary.UnlessFilled) >= 0);
    }

    [Theory]
    [MemberData(nameof(Descriptors))]
    public void EachDescriptor_HasTheValuesOfTheDataStandard(string descriptor)
    {
        var path = Path.Combine(RepositoryPaths.SharedData("edfi-descriptors"), descriptor + "Descriptor.xml");
        var values = XDocument.Load(path).Descendants().Where(element => element.Name.LocalName == "CodeValue").Select(element => element.Value).ToArray();

        Assert.NotEmpty(values);
        if (descriptor == "GradeLevel")
        {
            var grades = VocabularySet.Find("schoolEnrollments", "entryGradeLevel")!;
            Assert.All(values, value => Assert.Contains(grades.Find(value)!, VocabularySet.File.GradeLevels.Words));
        }
        else
        {
            Assert.Equal(values.Order(StringComparer.Ordinal), VocabularySet.File.Descriptors[descriptor].Order(StringComparer.Ordinal));
        }
    }

    [Theory]
    [InlineData("attendance", "attendanceEventCategory", "uri://ed-fi.org/AttendanceEventCategoryDescriptor#Excused Absence", "Excused Absence")]
    [InlineData("attendance", "attendanceEventCategory", "URI://ED-FI.org/AttendanceEventCategoryDescriptor#tardy", "Tardy")]
    [InlineData("attendance", "attendanceEventCategory", "uri://isd.example/AttendanceEventCategoryDescriptor#Tardy", null)]
    [InlineData("disciplineActions", "discipline", "oss", "Out of School Suspension")]
    [InlineData("studentPrograms", "characteristic", "Economic Disadvantaged", "EconomicDisadvantage")]
    [InlineData("studentPrograms", "characteristic", "Immigrant", "Immigrant")]
    [InlineData("courseTranscripts", "whenTakenGradeLevel", "Ninth grade", "09")]
    [InlineData("gradingPeriodGrades", "gradeType", "Q1", null)]
    public void Find_ACode_GivesItsWordOrNone(string table, string column, string code, string? word) =>
        Assert.Equal(word, VocabularySet.Find(table, column)!.Find(code));

    /// <summary>What the domain computes from is a word of the vocabulary, and every word means to the domain what it says.</summary>
    [Fact]
    public void ClosedWords_OfWhatIsComputedFrom_AreThoseOfTheDomain()
    {
        Assert.Equal(["Other"], Words("attendance.attendanceEventCategory").Where(word => RosterCodes.AttendanceCategoryOf(word) == AttendanceCategory.Other));
        Assert.DoesNotContain(Words("gradingPeriodGrades.gradeType"), word => RosterCodes.GradeTypeOf(word) == GradeType.Other);
        Assert.DoesNotContain(Words("courseTranscripts.courseAttemptResult"), word => RosterCodes.CourseAttemptResultOf(word) == CourseAttemptResult.Other);
        Assert.Equal(
            Enum.GetValues<ProgramCharacteristic>(),
            Words("studentPrograms.characteristic").Select(RosterCodes.ProgramCharacteristicOf).OfType<ProgramCharacteristic>().Distinct().Order());
        Assert.Equal(
            ["In School Suspension", "Out of School Suspension"],
            Words("disciplineActions.discipline").Where(word => RosterCodes.DisciplineKindOf(word) is DisciplineKind.InSchoolSuspension or DisciplineKind.OutOfSchoolSuspension));
        Assert.Equal(5, Words("disciplineActions.discipline").Count(word => RosterCodes.DisciplineKindOf(word) == DisciplineKind.Expulsion));
    }

    private static IReadOnlyList<string> Words(string column) => VocabularySet.Columns[column].Words;
}
