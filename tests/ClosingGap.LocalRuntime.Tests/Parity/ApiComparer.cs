namespace ClosingGap.LocalRuntime.Tests.Parity;

/// <summary>Holds types against the lines of the data file. What they leave out is accepted; what they add or change is not.</summary>
internal sealed class ApiComparer
{
    private readonly Dictionary<string, TypeHeader> headers = new(StringComparer.Ordinal);
    private readonly HashSet<string> members = new(StringComparer.Ordinal);

    public ApiComparer(IEnumerable<string> lines)
    {
        foreach (var line in lines.Where(line => line.Length > 0 && line[0] != '#'))
        {
            if (line.StartsWith("T ", StringComparison.Ordinal))
            {
                var parts = line[2..].Split(" | ", 2);
                headers[parts[0]] = TypeHeader.Parse(parts[1]);
            }
            else
            {
                members.Add(line[2..]);
            }
        }
    }

    public int TypeCount => headers.Count;

    public int MemberCount => members.Count;

    /// <summary>One line for each difference; none when the type is as Azure has it.</summary>
    public IEnumerable<string> Differences(Type type)
    {
        var key = $"{type.Namespace}.{(type.IsNested ? TypeText.Name(type) : type.Name)}";
        if (!headers.TryGetValue(key, out var azure))
        {
            yield return $"{key}: Azure has no such type";
            yield break;
        }

        var ours = TypeHeader.Of(type);
        if (!string.Equals(ours.Kind, azure.Kind, StringComparison.Ordinal))
        {
            yield return $"{key}: is '{ours.Kind}', in Azure '{azure.Kind}'";
        }

        if (!string.Equals(ours.Base, azure.Base, StringComparison.Ordinal))
        {
            yield return $"{key}: its base is '{ours.Base}', in Azure '{azure.Base}'";
        }

        if (!string.Equals(ours.Usage, azure.Usage, StringComparison.Ordinal))
        {
            yield return $"{key}: may be used on '{ours.Usage}', in Azure on '{azure.Usage}'";
        }

        foreach (var added in ours.Interfaces.Except(azure.Interfaces))
        {
            yield return $"{key}: implements {added}, not so in Azure";
        }

        foreach (var member in MemberText.Of(type).Where(member => !members.Contains($"{key} | {member}")))
        {
            yield return $"{key}: '{member}', not so in Azure";
        }
    }
}
