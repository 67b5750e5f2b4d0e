using System.Buffers.Binary;

namespace ClosingGap.Pipeline.Rollups;

/// <summary>That a student is in a district, and since when: what is needed to find students of several districts.</summary>
/// <param name="Key">The student's key in the state.</param>
/// <param name="District">The district's ordinal in the rollup.</param>
/// <param name="Covers">Whether the membership covers the district's as-of date.</param>
/// <param name="Begin">Its first day, as a day number.</param>
/// <param name="End">The day after its last one, as a day number; the greatest number while it lasts.</param>
public readonly record struct StudentPlace(UInt128 Key, int District, bool Covers, int Begin, int End)
{
    /// <summary>Bytes of one.</summary>
    public const int Length = 32;

    /// <summary>By key, then by district.</summary>
    public static IComparer<StudentPlace> ByKey { get; } = Comparer<StudentPlace>.Create(static (one, other) =>
        one.Key.CompareTo(other.Key) is var by and not 0 ? by : one.District.CompareTo(other.District));

    /// <summary>Says nothing of the student.</summary>
    public override string ToString() => nameof(StudentPlace);

    internal void Write(Span<byte> bytes)
    {
        BinaryPrimitives.WriteUInt128BigEndian(bytes, Key);
        BinaryPrimitives.WriteInt32BigEndian(bytes[16..], District);
        BinaryPrimitives.WriteInt32BigEndian(bytes[20..], Covers ? 1 : 0);
        BinaryPrimitives.WriteInt32BigEndian(bytes[24..], Begin);
        BinaryPrimitives.WriteInt32BigEndian(bytes[28..], End);
    }

    internal static StudentPlace Read(ReadOnlySpan<byte> bytes) => new(
        BinaryPrimitives.ReadUInt128BigEndian(bytes),
        BinaryPrimitives.ReadInt32BigEndian(bytes[16..]),
        BinaryPrimitives.ReadInt32BigEndian(bytes[20..]) == 1,
        BinaryPrimitives.ReadInt32BigEndian(bytes[24..]),
        BinaryPrimitives.ReadInt32BigEndian(bytes[28..]));
}
