using System.Text.RegularExpressions;
using Mono.Cecil;

namespace ClosingGap.Architecture.Source;

public sealed partial class NamingTests
{
    private static readonly string[] s_endings = ["Helper", "Helpers", "Manager", "Utils", "Util", "Utilities"];

    // What a log must not hold: it is read by people who have no business with a child.
    private static readonly string[] s_private =
        ["student", "studentKey", "sourcedId", "givenName", "familyName", "name", "cell", "content", "body", "row", "value", "grade", "email", "birthDate", "message"];

    [Theory]
    [MemberData(nameof(Product.Parts), MemberType = typeof(Product))]
    public void Types_OfAPart_AreNamedAfterWhatTheyDo(string part)
    {
        using var module = Product.Open(part);
        var vague = module.GetTypes().Where(type => !IsGenerated(type)).Select(type => type.Name.Split('`')[0])
            .Where(name => s_endings.Any(ending => name.EndsWith(ending, StringComparison.Ordinal)));

        Assert.Empty(vague);
    }

    [Theory]
    [MemberData(nameof(Product.Parts), MemberType = typeof(Product))]
    public void LogTexts_OfAPart_HaveNoPlaceForWhatIsPrivate(string part)
    {
        using var module = Product.Open(part);
        var texts = module.GetTypes().SelectMany(type => type.Methods).SelectMany(method => method.CustomAttributes)
            .Where(attribute => attribute.AttributeType.Name is "LoggerMessageAttribute")
            .SelectMany(Texts);
        var leaks = texts.SelectMany(text => Placeholder().Matches(text).Select(match => (text, name: match.Groups["name"].Value)))
            .Where(found => s_private.Contains(found.name, StringComparer.OrdinalIgnoreCase));

        Assert.Empty(leaks);
    }

    private static bool IsGenerated(TypeDefinition? type) =>
        type is not null && (type.Name.Contains('<', StringComparison.Ordinal) || type.Namespace.EndsWith(".Generated", StringComparison.Ordinal) || IsGenerated(type.DeclaringType));

    private static IEnumerable<string> Texts(CustomAttribute attribute) =>
        attribute.ConstructorArguments.Concat(attribute.Properties.Select(property => property.Argument)).Select(argument => argument.Value).OfType<string>();

    [GeneratedRegex(@"\{(?<name>\w+)[^}]*\}", RegexOptions.CultureInvariant)]
    private static partial Regex Placeholder();
}
