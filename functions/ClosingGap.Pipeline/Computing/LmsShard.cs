using ClosingGap.Domain.Lms;
using ClosingGap.Ingest.Canonical;
using ClosingGap.Ingest.Snapshot;
using ClosingGap.Pipeline.Districts;
using ClosingGap.Pipeline.Snapshots;

namespace ClosingGap.Pipeline.Computing;

/// <summary>What one LMS source holds of the students of one shard.</summary>
internal sealed class LmsShard
{
    private readonly string _source;
    private readonly ShardTable<bool> _accounts;
    private readonly ShardTable<LmsAssociation?> _associations;
    private readonly ShardTable<LmsSubmission?> _submissions;
    private readonly ShardTable<LmsGrade?> _grades;
    private readonly ShardTable<LmsActivity?> _activities;

    private LmsShard(string source, Dictionary<string, IReadOnlyList<CanonicalColumns>> tables, StudentOrdinals students)
    {
        _source = source;
        _accounts = Table("lmsUsers", LmsRowMakers.Account);
        _associations = Table("lmsSectionAssociations", LmsRowMakers.Association);
        _submissions = Table("lmsSubmissions", LmsRowMakers.Submission);
        _grades = Table("lmsGrades", LmsRowMakers.Grade);
        _activities = Table("lmsActivities", LmsRowMakers.Activity);

        ShardTable<T> Table<T>(string name, Func<CanonicalColumns, Func<int, T>> maker) => new(CanonicalTables.Get(name), tables[name], students, maker);
    }

    /// <summary>Reads the shard of each source, in the order given.</summary>
    public static async Task<IReadOnlyList<LmsShard>> ReadAsync(
        SnapshotStore snapshots,
        DistrictId district,
        SnapshotManifest manifest,
        int shard,
        IReadOnlyList<LmsYear> years,
        StudentOrdinals students,
        CancellationToken cancellationToken)
    {
        var shards = new List<LmsShard>(years.Count);
        foreach (var year in years)
        {
            var tables = await snapshots.ReadShardAsync(
                district, LmsContexts.OfSource(manifest, year.Source), shard, LmsRowMakers.Columns, cancellationToken);
            shards.Add(new LmsShard(year.Source, tables, students));
        }

        return shards;
    }

    /// <summary>What it holds of a student; null when the student has neither an account nor any row.</summary>
    public LmsRecord? Find(int student)
    {
        var record = new LmsRecord
        {
            Source = _source,
            Associations = _associations.Given(student),
            Submissions = _submissions.Given(student),
            Grades = _grades.Given(student),
            Activities = _activities.Given(student),
        };
        var isKnown = record.Associations.Length + record.Submissions.Length + record.Grades.Length + record.Activities.Length > 0;
        return isKnown || _accounts.Of(student).Length > 0 ? record : null;
    }
}
