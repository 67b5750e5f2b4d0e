using ClosingGap.Ingest.Contracts;
using ClosingGap.Ingest.Validation.Clean;

namespace ClosingGap.Ingest.Validation.Semantics;

/// <summary>
/// A user is enrolled in the class, in any role and at any time. Not judged without all enrollments, or when the user or the class is
/// unknown: that has a finding of its own.
/// </summary>
/// <param name="contract">The file.</param>
/// <param name="userColumn">The column of the user.</param>
/// <param name="code">The code when the user is not enrolled.</param>
/// <param name="context">What is known of the package.</param>
internal sealed class EnrolledRule(FileContract contract, string userColumn, string code, ValidationContext context) : MeaningRule(userColumn)
{
    private readonly int _user = contract.IndexOf(userColumn);
    private readonly int _class = contract.IndexOf("classSourcedId");
    private readonly int _lineItem = contract.IndexOf("lineItemSourcedId");
    private readonly ReferenceTarget _users = context.References.Of("users");
    private readonly ReferenceTarget _classes = context.References.Of("classes");

    /// <summary>Class and user that were found last: results of one student in one class often stand together.</summary>
    private (ulong Class, ulong User) _kept;
    private (ulong Class, ulong User) _approached;

    /// <summary>Whether all enrollments are known, which are read before all files of this rule.</summary>
    private bool? _isJudged;

    public override string? Broken(string?[] values)
    {
        if (!context.Facts.IsComplete("enrollments") || values[_user] is not { } user || ClassOf(values) is not { } place)
        {
            return null;
        }

        return context.Facts.Enrolled.Contains(PackageFacts.Pair(place, KeyHash.Of(user)))
            || _users.Look(KeyHash.Of(user)) != ReferenceState.Found
            || _classes.Look(place) != ReferenceState.Found
                ? null
                : code;
    }

    /// <summary>The class named, else that of the line item.</summary>
    private ulong? ClassOf(string?[] values)
    {
        if (_class >= 0 && values[_class] is { } named)
        {
            return KeyHash.Of(named);
        }

        return _lineItem >= 0 && context.Facts.LineItems.TryFind(KeyHash.Of(values[_lineItem]), out var lineItem) ? lineItem.Class : null;
    }

    public override bool KnowsCleanRows => true;

    public override bool IsKept(CleanRow row)
    {
        if (!(_isJudged ??= context.Facts.IsComplete("enrollments")) || row.Raw(_user).IsEmpty)
        {
            return true;
        }

        ulong place;
        if (_class >= 0 && !row.Raw(_class).IsEmpty)
        {
            place = row.Hash(_class);
        }
        else if (_lineItem >= 0 && context.Facts.TryFindLineItem(row.Hash(_lineItem), out var lineItem))
        {
            place = lineItem.Class;
        }
        else
        {
            return true;
        }

        var user = row.Hash(_user);
        if ((place, user) == _kept)
        {
            return true;
        }

        if (!context.Facts.Enrolled.Contains(PackageFacts.Pair(place, user)))
        {
            return false;
        }

        _kept = (place, user);
        return true;
    }

    public override void Approach(CleanRow row)
    {
        if (_class >= 0 && !row.Raw(_class).IsEmpty && (row.Hash(_class), row.Hash(_user)) is var pair && pair != _approached)
        {
            _approached = pair;
            context.Facts.Enrolled.Approach(PackageFacts.Pair(pair.Item1, pair.Item2));
        }
    }
}
