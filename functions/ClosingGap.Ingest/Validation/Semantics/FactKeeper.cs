using ClosingGap.Ingest.Contracts;

namespace ClosingGap.Ingest.Validation.Semantics;

/// <summary>Keeps what later files are held to of the rows of one file; nothing when no file of the package asks for it.</summary>
internal sealed class FactKeeper(FileContract contract, PackageFacts facts)
{
    private readonly Action<string?[]>? _keep = contract.Name switch
    {
        "classes" when facts.Expects("userResources") => SchoolOfClass(contract, facts),
        "userProfiles" when facts.Expects("roles") => UserOfProfile(contract, facts),
        "lineItems" when facts.Expects("results") => LineItem(contract, facts),
        "resources" when facts.Expects("userResources") => RolesOfResource(contract, facts),
        "enrollments" when facts.Expects("results") || facts.Expects("userResources") => Enrollment(contract, facts),
        "roles" when facts.Expects("userResources") => Role(contract, facts),
        _ => null,
    };

    /// <summary>Takes a row whose cells are sound. Rows that fail otherwise count too: what follows from them is not to be blamed twice.</summary>
    public void Take(string?[] values) => _keep?.Invoke(values);

    private static Action<string?[]> SchoolOfClass(FileContract contract, PackageFacts facts) =>
        Map(contract, "schoolSourcedId", facts.SchoolOfClass);

    private static Action<string?[]> UserOfProfile(FileContract contract, PackageFacts facts) =>
        Map(contract, "userSourcedId", facts.UserOfProfile);

    private static Action<string?[]> Map(FileContract contract, string column, Dictionary<ulong, ulong> map)
    {
        var (id, other) = (contract.IndexOf("sourcedId"), contract.IndexOf(column));
        return values =>
        {
            if (values[other] is { } named)
            {
                map.TryAdd(KeyHash.Of(values[id]), KeyHash.Of(named));
            }
        };
    }

    private static Action<string?[]> LineItem(FileContract contract, PackageFacts facts)
    {
        var (id, place) = (contract.IndexOf("sourcedId"), contract.IndexOf("classSourcedId"));
        var (min, max) = (contract.IndexOf("resultValueMin"), contract.IndexOf("resultValueMax"));
        return values =>
        {
            if (values[place] is { } named)
            {
                facts.LineItems.TryAdd(
                    KeyHash.Of(values[id]), new LineItemFacts(KeyHash.Of(named), CellNumber.Of(values[min]), CellNumber.Of(values[max])));
            }
        };
    }

    private static Action<string?[]> RolesOfResource(FileContract contract, PackageFacts facts)
    {
        var (id, roles) = (contract.IndexOf("sourcedId"), contract.IndexOf("roles"));
        return values => facts.RolesOfResource.TryAdd(KeyHash.Of(values[id]), values[roles] is { } listed ? facts.Roles.OfList(listed) : 0);
    }

    private static Action<string?[]> Enrollment(FileContract contract, PackageFacts facts)
    {
        var (place, user, role) = (contract.IndexOf("classSourcedId"), contract.IndexOf("userSourcedId"), contract.IndexOf("role"));
        var keepsRoles = facts.Expects("userResources");
        return values =>
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

    private static Action<string?[]> Role(FileContract contract, PackageFacts facts)
    {
        var (user, role) = (contract.IndexOf("userSourcedId"), contract.IndexOf("role"));
        return values =>
        {
            if (values[user] is { } person)
            {
                AddRole(facts, person, values[role]);
            }
        };
    }

    private static void AddRole(PackageFacts facts, string user, string? role)
    {
        var hash = KeyHash.Of(user);
        facts.RolesOfUser[hash] = facts.RolesOfUser.GetValueOrDefault(hash) | (role is null ? 0 : facts.Roles.Of(role));
    }
}
