using System.Text.RegularExpressions;

namespace ClosingGap.Ingest.Profiles.Reading;

/// <summary>A scalar. Without quotes it has the type that YAML 1.2's core schema gives it; in quotes it is text.</summary>
internal sealed partial record YamlScalar(int Line, string Text, bool IsPlain) : YamlNode(Line)
{
    public bool IsNull => IsPlain && Text is "" or "~" or "null" or "Null" or "NULL";

    public bool IsBoolean => IsPlain && Text is "true" or "True" or "TRUE" or "false" or "False" or "FALSE";

    public bool IsNumber => IsPlain && Number().IsMatch(Text);

    public bool IsText => !IsNull && !IsBoolean && !IsNumber;

    public override string Kind => IsNull ? "nothing" : IsBoolean ? "true or false" : IsNumber ? "a number" : "text";

    [GeneratedRegex(@"^[-+]?(0o[0-7]+|0x[0-9a-fA-F]+|(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?|\.(inf|Inf|INF))$|^\.(nan|NaN|NAN)$", RegexOptions.CultureInvariant)]
    private static partial Regex Number();
}
