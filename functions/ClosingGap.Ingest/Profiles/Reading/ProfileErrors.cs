namespace ClosingGap.Ingest.Profiles.Reading;

/// <summary>Collects what is wrong, so that one reading names everything.</summary>
internal sealed class ProfileErrors
{
    private readonly List<ProfileError> _errors = [];

    public bool Any => _errors.Count > 0;

    public int Count => _errors.Count;

    public void Add(int line, string path, string code, string text) => _errors.Add(new ProfileError(line, path, code, text));

    public void Add(YamlNode node, string path, string code, string text) => Add(node.Line, path, code, text);

    public void WrongType(YamlNode node, string path, string wanted) =>
        Add(node, path, "profile.wrong_type", $"This is {node.Kind}; {wanted} is wanted.");

    /// <exception cref="ProfileInvalidException">There is at least one error.</exception>
    public void ThrowIfAny(string name)
    {
        if (Any)
        {
            throw new ProfileInvalidException(name, [.. _errors.OrderBy(error => error.Line)]);
        }
    }
}
