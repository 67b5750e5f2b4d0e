namespace ClosingGap.Ingest.Profiles.Init;

/// <summary>Names of columns and files in a form in which they can be compared: <c>[1]Student_Number</c> is <c>studentnumber</c>.</summary>
internal static class HeaderNames
{
    /// <summary>Letters and digits only, in lower case.</summary>
    public static string Key(ReadOnlySpan<char> name)
    {
        var buffer = new char[name.Length];
        var length = 0;
        foreach (var letter in name)
        {
            if (char.IsLetterOrDigit(letter))
            {
                buffer[length++] = char.ToLowerInvariant(letter);
            }
        }

        return new string(buffer, 0, length);
    }

    /// <summary>
    /// The keys under which a header may be known, the most exact first: as a whole, and without what leads to it, as
    /// <c>STUDENTS.LAST_NAME</c>, <c>[39]Name</c> or <c>Student.Name.LastSurname</c> have it.
    /// </summary>
    public static IReadOnlyList<string> Keys(string header)
    {
        var name = header.Trim();
        if (name.StartsWith('[') && name.IndexOf(']', StringComparison.Ordinal) is var end && end > 0)
        {
            name = name[(end + 1)..];
        }

        var keys = new List<string> { Key(name) };
        var dot = name.LastIndexOf('.');
        if (dot >= 0 && dot < name.Length - 1)
        {
            var before = name.LastIndexOf('.', dot - 1 < 0 ? 0 : dot - 1);
            keys.Add(Key(name.AsSpan(before + 1)));
            keys.Add(Key(name.AsSpan(dot + 1)));
        }

        return [.. keys.Where(key => key.Length > 0).Distinct(StringComparer.Ordinal)];
    }

    /// <summary>The words of a name, split at capitals and at all that is no letter; digits fall out.</summary>
    public static IReadOnlyList<string> Words(string name)
    {
        var words = new List<string>();
        var start = -1;
        for (var index = 0; index <= name.Length; index++)
        {
            var isLetter = index < name.Length && char.IsLetter(name[index]);
            var isBegin = isLetter && start >= 0 && char.IsUpper(name[index]) && char.IsLower(name[index - 1]);
            if (start >= 0 && (!isLetter || isBegin))
            {
                words.Add(name[start..index].ToLowerInvariant());
                start = -1;
            }

            if (isLetter && start < 0)
            {
                start = index;
            }
        }

        return words;
    }
}
