using ClosingGap.Ingest.Contracts;
using ClosingGap.Ingest.Validation.Clean;

namespace ClosingGap.Ingest.Validation.Semantics;

/// <summary>Keeps what later files are held to of the rows of one file; nothing when no file of the package asks for it.</summary>
internal sealed class FactKeeper(FileContract contract, PackageFacts facts)
{
    private readonly Action<string?[], bool>? _keep = contract.Name switch
    {
        "classes" when facts.Expects("userResources") => SchoolOfClass(contract, facts),
        "userProfiles" when facts.Expects("roles") => UserOfProfile(contract, facts),
        "lineItems" when facts.Expects("results") => LineItem(contract, facts),
        "resources" when facts.Expects("userResources") => RolesOfResource(contract, facts),
        "enrollments" when facts.Expects("results") || facts.Expects("userResources") => Enrollment(contract, facts),
        "roles" when facts.Expects("userResources") => Role(contract, facts),
        _ => null,
    };

    private readonly Action<CleanRow>? _keepClean = contract.Name switch
    {
        "lineItems" when facts.Expects("results") => CleanLineItem(contract, facts),
        "enrollments" when facts.Expects("results") && !facts.Expects("userResources") => CleanEnrollment(contract, facts),
        _ => null,
    };

    private readonly Action<CleanRow>? _approach = contract.Name switch
    {
        "lineItems" when facts.Expects("results") => LineItemAhead(contract, facts),
        "enrollments" when facts.Expects("results") => EnrollmentAhead(contract, facts),
        _ => null,
    };

    /// <summary>True when clean rows can be kept as they stand, or nothing is kept at all.</summary>
    public bool KnowsCleanRows => _keep is null || _keepClean is not null;

    /// <summary>Takes an accepted clean row.</summary>
    public void Take(CleanRow row) => _keepClean?.Invoke(row);

    /// <summary>Says that a clean row will be kept soon.</summary>
    public void Approach(CleanRow row) => _approach?.Invoke(row);

    /// <summary>
    /// Takes a row whose cells are sound. A row that is refused for something else counts until an accepted one has its id: what follows
    /// from it is not to be blamed twice.
    /// </summary>
    public void Take(string?[] values, bool isAccepted) => _keep?.Invoke(values, isAccepted);

    private static Action<string?[], bool> SchoolOfClass(FileContract contract, PackageFacts facts) =>
        Map(contract, "schoolSourcedId", facts.SchoolOfClass);

    private static Action<string?[], bool> UserOfProfile(FileContract contract, PackageFacts facts) =>
        Map(contract, "userSourcedId", facts.UserOfProfile);

    private static Action<string?[], bool> Map(FileContract contract, string column, Dictionary<ulong, ulong> map)
    {
        var (id, other) = (contract.IndexOf("sourcedId"), contract.IndexOf(column));
        return (values, isAccepted) =>
        {
            if (values[other] is { } named)
            {
                Put(map, values[id], KeyHash.Of(named), isAccepted);
            }
        };
    }

    private static Action<string?[], bool> LineItem(FileContract contract, PackageFacts facts)
    {
        var (id, place) = (contract.IndexOf("sourcedId"), contract.IndexOf("classSourcedId"));
        var (min, max) = (contract.IndexOf("resultValueMin"), contract.IndexOf("resultValueMax"));
        return (values, isAccepted) =>
        {
            if (values[place] is { } named)
            {
                var lineItem = new LineItemFacts(KeyHash.Of(named), facts.Range(CellNumber.Of(values[min]), CellNumber.Of(values[max])));
                facts.LineItems.Put(KeyHash.Of(values[id]), lineItem, replaces: isAccepted);
            }
        };
    }

    private static Action<CleanRow> CleanLineItem(FileContract contract, PackageFacts facts)
    {
        var (id, place) = (contract.IndexOf("sourcedId"), contract.IndexOf("classSourcedId"));
        var (min, max) = (contract.IndexOf("resultValueMin"), contract.IndexOf("resultValueMax"));
        byte[] lastMin = [], lastMax = [];
        var range = facts.Range(null, null);
        return row =>
        {
            // Most line items have the range of the one before.
            if (!row.Raw(min).SequenceEqual(lastMin) || !row.Raw(max).SequenceEqual(lastMax))
            {
                (lastMin, lastMax) = (row.Raw(min).ToArray(), row.Raw(max).ToArray());
                range = facts.Range(CellNumber.Of(row.Raw(min)), CellNumber.Of(row.Raw(max)));
            }

            facts.LineItems.Put(row.Hash(id), new LineItemFacts(row.Hash(place), range));
        };
    }

    private static Action<CleanRow> CleanEnrollment(FileContract contract, PackageFacts facts)
    {
        var (place, user) = (contract.IndexOf("classSourcedId"), contract.IndexOf("userSourcedId"));
        return row => facts.Enrolled.Add(PackageFacts.Pair(row.Hash(place), row.Hash(user)));
    }

    private static Action<CleanRow> LineItemAhead(FileContract contract, PackageFacts facts)
    {
        var id = contract.IndexOf("sourcedId");
        return row => facts.LineItems.Approach(row.Hash(id));
    }

    private static Action<CleanRow> EnrollmentAhead(FileContract contract, PackageFacts facts)
    {
        var (place, user) = (contract.IndexOf("classSourcedId"), contract.IndexOf("userSourcedId"));
        return row => facts.Enrolled.Approach(PackageFacts.Pair(row.Hash(place), row.Hash(user)));
    }

    private static Action<string?[], bool> RolesOfResource(FileContract contract, PackageFacts facts)
    {
        var (id, roles) = (contract.IndexOf("sourcedId"), contract.IndexOf("roles"));
        return (values, isAccepted) => Put(facts.RolesOfResource, values[id], values[roles] is { } listed ? facts.Roles.OfList(listed) : 0, isAccepted);
    }

    private static Action<string?[], bool> Enrollment(FileContract contract, PackageFacts facts)
    {
        var (place, user, role) = (contract.IndexOf("classSourcedId"), contract.IndexOf("userSourcedId"), contract.IndexOf("role"));
        var keepsRoles = facts.Expects("userResources");
        return (values, _) =>
        {
            if (values[place] is not { } named || values[user] is not { } person)
            {
                return;
            }

            facts.Enrolled.Add(PackageFacts.Pair(named, person));
            if (keepsRoles)
            {
                AddRole(facts, person, values[role]);
            }
        };
    }

    private static Action<string?[], bool> Role(FileContract contract, PackageFacts facts)
    {
        var (user, role) = (contract.IndexOf("userSourcedId"), contract.IndexOf("role"));
        return (values, _) =>
        {
            if (values[user] is { } person)
            {
                AddRole(facts, person, values[role]);
            }
        };
    }

    private static void Put<T>(Dictionary<ulong, T> map, string? id, T value, bool isAccepted)
    {
        var hash = KeyHash.Of(id);
        if (isAccepted)
        {
            map[hash] = value;
        }
        else
        {
            map.TryAdd(hash, value);
        }
    }

    private static void AddRole(PackageFacts facts, string user, string? role)
    {
        var hash = KeyHash.Of(user);
        facts.RolesOfUser[hash] = facts.RolesOfUser.GetValueOrDefault(hash) | (role is null ? 0 : facts.Roles.Of(role));
    }
}
