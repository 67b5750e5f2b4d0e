using ClosingGap.Ingest.Tables;

namespace ClosingGap.Ingest.Tests.Snapshot;

/// <summary>One file of enrollments.</summary>
internal sealed record SplitDrop(DateOnly On, TableMode Mode, IReadOnlyList<(string?[] Cells, bool Deleted)> Rows);
