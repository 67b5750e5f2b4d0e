using ClosingGap.Ingest.Diagnostics;

namespace ClosingGap.Ingest.Validation;

/// <summary>A code that a closed vocabulary does not hold. It carries what stands in the file: it may be shown to whoever holds the file, and is stored and sent nowhere.</summary>
/// <param name="File">The file.</param>
/// <param name="Column">The table and column, e.g. <c>attendance.attendanceEventCategory</c>.</param>
/// <param name="Code">The code as the file has it, at most 200 characters of it.</param>
/// <param name="Count">In how many rows.</param>
/// <param name="FirstRows">The first rows, at most three.</param>
/// <param name="Words">The words that the column may hold; empty when the profile refused the code.</param>
/// <param name="Severity">Whether those rows were rejected.</param>
public sealed record UnknownCodeFound(string File, string Column, string Code, long Count, IReadOnlyList<long> FirstRows, IReadOnlyList<string> Words, Severity Severity);
