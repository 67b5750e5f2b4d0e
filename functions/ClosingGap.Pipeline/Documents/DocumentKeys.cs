using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using ClosingGap.Pipeline.Districts;
using ClosingGap.Pipeline.Ports;

namespace ClosingGap.Pipeline.Documents;

/// <summary>Where every document is. Ids are unique in the whole store; what is read together is in one partition.</summary>
public static class DocumentKeys
{
    private const int MaxEscapedLength = 120;
    private const int HashLength = 40;
    private const int KeptLength = MaxEscapedLength - HashLength - 2;

    /// <summary>The partition of the drops that are not final, one small document each; the sweep reads it.</summary>
    public const string OpenDrops = "open-drops";

    /// <summary>The partition of the drops that wait for a decision.</summary>
    public const string HeldDrops = "held-drops";

    /// <summary>The partition of the registered districts, one small document each.</summary>
    public const string Districts = "districts";

    /// <summary>The partition of the receipts that are still to be delivered to webhooks.</summary>
    public const string WebhookOutbox = "webhook-outbox";

    public static DocumentKey WebhookDelivery(string deliveryId) => new(WebhookOutbox, $"delivery:{deliveryId}");

    public static DocumentKey Registration(DistrictId district) => new($"district:{district}", $"registration:{district}");

    public static DocumentKey Flag(DistrictId district, string id) => new(FlagsPartition(district), $"flag:{district}:{id}");

    /// <summary>The flags on figures of a district.</summary>
    public static string FlagsPartition(DistrictId district) => $"flags:{district}";

    public static DocumentKey Evaluation(DistrictId district, string id) => new($"evaluations:{district}", $"evaluation:{district}:{id}");

    public static DocumentKey StateMilestones(string state) => new($"state:{state}", $"state-milestones:{state}");

    public static DocumentKey ContributionUse(DistrictId district, long version, string rollup) =>
        new(ContributionUses(district), $"state-use:{district}:{Number(version)}:{rollup}");

    /// <summary>The uses of a district's contributions to its state.</summary>
    public static string ContributionUses(DistrictId district) => $"state-uses:{district}";

    /// <summary>What a state knows of its nights.</summary>
    public static DocumentKey StateNights(string state) => new(StatePartition(state), $"state-nights:{state}");

    public static DocumentKey StateCalendar(string state) => new(StatePartition(state), $"state-calendar:{state}");

    /// <summary>The switch of a state: its newest release.</summary>
    public static DocumentKey StateReleased(string state) => new(StatePartition(state), $"state-released:{state}");

    /// <summary>The releases of a state, newest first.</summary>
    public static DocumentKey StateRelease(string state, int number) => new($"releases:{state}", $"release:{state}:{Number(long.MaxValue - number)}");

    public static string StateReleases(string state) => $"releases:{state}";

    /// <summary>The rollups of a state, newest first.</summary>
    public static DocumentKey Rollup(Rollups.RollupId rollup) =>
        new(RollupsPartition(rollup.State), $"rollup:{rollup.State}:{Number(long.MaxValue - rollup.Order)}");

    public static string RollupsPartition(string state) => $"rollups:{state}";

    private static string StatePartition(string state) => $"state:{state}";

    public static DocumentKey RegisteredDistrict(DistrictId district) => new(Districts, $"registered:{district}");

    /// <summary>Begins the ids of the registered districts of a state.</summary>
    public static string RegisteredPrefix(string state) => $"registered:{state}-";

    public static DocumentKey Lane(DistrictId district) => new($"district:{district}", $"lane:{district}");

    public static DocumentKey Published(DistrictId district) => new($"district:{district}", $"published:{district}");

    public static DocumentKey DistrictSummary(DistrictId district, long version) =>
        new($"district:{district}", $"district-summary:{district}:{Number(version)}");

    public static string DistrictSummaryPrefix(DistrictId district) => $"district-summary:{district}:";

    public static DocumentKey DistrictGroups(DistrictId district, long version, string dimension) =>
        new($"district:{district}", $"{DistrictGroupsPrefix(district)}{Number(version)}:{dimension}");

    public static string DistrictGroupsPrefix(DistrictId district) => $"district-groups:{district}:";

    /// <summary>A page of the figures of a dimension's groups.</summary>
    public static DocumentKey DistrictGaps(DistrictId district, long version, string dimension, int part) =>
        new($"district:{district}", $"{DistrictGapsPrefix(district)}{Number(version)}:{dimension}:{part.ToString("D3", CultureInfo.InvariantCulture)}");

    public static string DistrictGapsPrefix(DistrictId district) => $"district-gaps:{district}:";

    public static DocumentKey Drop(string dropId) => new($"drop:{dropId}", $"drop:{dropId}");

    public static DocumentKey OpenDrop(string dropId) => new(OpenDrops, $"open:{dropId}");

    public static DocumentKey HeldDrop(string dropId) => new(HeldDrops, $"held:{dropId}");

    /// <summary>The drops of a district, newest first.</summary>
    public static DocumentKey DropByTime(string district, DateTimeOffset lastModified, string dropId) =>
        new($"drops:{district}", $"drop-at:{Number(DateTimeOffset.MaxValue.UtcTicks - lastModified.UtcTicks)}-{dropId}");

    public static string DropsPartition(string district) => $"drops:{district}";

    public static DocumentKey Student(string studentKey) => new($"student:{studentKey}", $"student:{studentKey}");

    public static string SchoolPartition(DistrictId district, string school) => $"school:{district}:{Escape(school)}";

    public static DocumentKey SchoolSummary(DistrictId district, string school, long version) =>
        new(SchoolPartition(district, school), $"school-summary:{district}:{Escape(school)}:{Number(version)}");

    public static string SchoolSummaryPrefix(DistrictId district, string school) => $"school-summary:{district}:{Escape(school)}:";

    /// <summary>A page of the figures of a school's groups.</summary>
    public static DocumentKey SchoolGaps(DistrictId district, string school, long version, int part) =>
        new(SchoolPartition(district, school), $"{SchoolGapsPrefix(district, school)}{Number(version)}:{part.ToString("D3", CultureInfo.InvariantCulture)}");

    public static string SchoolGapsPrefix(DistrictId district, string school) => $"school-gaps:{district}:{Escape(school)}:";

    public static DocumentKey CaseloadPage(DistrictId district, string school, long version, int page) =>
        new(SchoolPartition(district, school), $"caseload:{district}:{Escape(school)}:{Number(version)}:{page.ToString("D6", CultureInfo.InvariantCulture)}");

    public static string CaseloadPrefix(DistrictId district, string school) => $"caseload:{district}:{Escape(school)}:";

    /// <summary>
    /// A school's id as a part of a document's id: what a store forbids there is written as <c>~</c> and two hex digits a byte. Of one that
    /// would be longer than 120 characters only the beginning stays, with <c>~~</c> and a hash of the whole: an id in a store ends at 255.
    /// </summary>
    public static string Escape(string id)
    {
        var escaped = id.All(IsPlain) ? id : EscapeEach(id);
        return escaped.Length <= MaxEscapedLength
            ? escaped
            : $"{escaped[..KeptLength]}~~{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(id)))[..HashLength]}";
    }

    private static string EscapeEach(string id)
    {

        var text = new StringBuilder();
        foreach (var b in Encoding.UTF8.GetBytes(id))
        {
            if (b < 128 && IsPlain((char)b))
            {
                text.Append((char)b);
            }
            else
            {
                text.Append('~').Append(b.ToString("X2", CultureInfo.InvariantCulture));
            }
        }

        return text.ToString();
    }

    private static bool IsPlain(char c) => char.IsAsciiLetterOrDigit(c) || c is '.' or '-' or '_' or '@';

    /// <summary>A number whose ordinal order is its own.</summary>
    public static string Number(long value) => value.ToString("D19", CultureInfo.InvariantCulture);
}
