using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics.X86;

namespace ClosingGap.Ingest.Validation;

/// <summary>A stretch of memory as the processor fetches it.</summary>
internal static class CacheLine
{
    /// <summary>
    /// Says that a place will be read soon. A hint: nothing is read, so a place that the garbage collector moves meanwhile does no harm, and a
    /// processor without such hints does without.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static unsafe void Approach<T>(ref readonly T place)
    {
        if (Sse.IsSupported)
        {
            Sse.Prefetch0(Unsafe.AsPointer(ref Unsafe.AsRef(in place)));
        }
    }
}
