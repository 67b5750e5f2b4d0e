using System.Diagnostics.CodeAnalysis;

namespace ClosingGap.Pipeline.Districts;

/// <summary>A district: the state's two capital letters and the district's local id, written <c>TX-255901</c>.</summary>
public readonly record struct DistrictId
{
    /// <summary>The longest local id, in characters.</summary>
    public const int MaxLocalIdLength = 40;

    private DistrictId(string state, string localId)
    {
        State = state;
        LocalId = localId;
    }

    /// <summary>Two capital letters.</summary>
    public string State { get; }

    /// <summary>Letters, digits, <c>_</c> and <c>.</c>; 1 to 40 characters.</summary>
    public string LocalId { get; }

    /// <summary>Reads state and local id; false when either is malformed.</summary>
    public static bool TryCreate(string? state, string? localId, out DistrictId id)
    {
        if (state is { Length: 2 } && state.All(char.IsAsciiLetterUpper)
            && localId is { Length: >= 1 and <= MaxLocalIdLength } && localId.All(IsLocalIdCharacter) && localId[0] != '.')
        {
            id = new DistrictId(state, localId);
            return true;
        }

        id = default;
        return false;
    }

    /// <summary>Reads <c>TX-255901</c>.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, out DistrictId id)
    {
        id = default;
        return text is { Length: > 3 } && text[2] == '-' && TryCreate(text[..2], text[3..], out id);
    }

    /// <summary>Reads <c>TX-255901</c>.</summary>
    /// <exception cref="FormatException">It is malformed.</exception>
    public static DistrictId Parse(string text) =>
        TryParse(text, out var id) ? id : throw new FormatException("A district reads STATE-ID, for example TX-255901.");

    public override string ToString() => $"{State}-{LocalId}";

    private static bool IsLocalIdCharacter(char c) => char.IsAsciiLetterOrDigit(c) || c is '_' or '.';
}
