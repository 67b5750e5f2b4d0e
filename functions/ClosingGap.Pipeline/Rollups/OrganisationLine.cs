using ClosingGap.Domain.Groups;

namespace ClosingGap.Pipeline.Rollups;

/// <summary>An organisation in a measure. A group that is not listed has nobody judged there.</summary>
/// <param name="Level">The state, a district or a school.</param>
/// <param name="District">The district; null for the state.</param>
/// <param name="School">The school's id in its district; null for the others.</param>
/// <param name="Name">The name.</param>
/// <param name="Values">The groups.</param>
public sealed record OrganisationLine(OrganisationLevel Level, string? District, string? School, string Name, IReadOnlyList<ShownCell> Values)
{
    /// <summary>The same with the groups of one dimension and all students; of null: with all groups.</summary>
    internal OrganisationLine Of(string? dimension) => dimension is null
        ? this
        : this with
        {
            Values = [.. Values.Where(value => value.Group == StateTable.All || string.Equals(GroupDimensions.OfKey(value.Group), dimension, StringComparison.Ordinal))],
        };
}
