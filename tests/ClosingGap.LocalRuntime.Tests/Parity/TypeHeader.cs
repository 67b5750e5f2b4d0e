using System.Reflection;

namespace ClosingGap.LocalRuntime.Tests.Parity;

/// <summary>
/// The declaration of a type in comparable parts. <paramref name="Usage"/> is what an attribute may stand on, or null when
/// the type does not say it itself.
/// </summary>
internal sealed record TypeHeader(string Kind, string? Base, IReadOnlySet<string> Interfaces, string? Usage)
{
    public static TypeHeader Of(Type type)
    {
        if (typeof(Delegate).IsAssignableFrom(type))
        {
            var invoke = type.GetMethod("Invoke")!;
            var nullability = new NullabilityInfoContext();
            var result = TypeText.Of(invoke.ReturnType, nullability.Create(invoke.ReturnParameter));
            return new TypeHeader($"public delegate {result} {TypeText.Name(type)}({MemberText.Parameters(invoke, nullability)})", null, new HashSet<string>(), null);
        }

        var kind = type.IsEnum ? "enum" : type.IsInterface ? "interface" : type.IsValueType ? "struct" : IsRecord(type) ? "record" : "class";
        var modifier = kind is "class" or "record"
            ? type is { IsAbstract: true, IsSealed: true } ? "static " : type.IsAbstract ? "abstract " : type.IsSealed ? "sealed " : ""
            : "";
        var parent = kind is "class" or "record" && type.BaseType != typeof(object) ? TypeText.Name(type.BaseType!) : null;
        var inherited = type.BaseType?.GetInterfaces() ?? [];
        var interfaces = kind is "enum" ? [] : type.GetInterfaces().Except(inherited).Select(contract => TypeText.Of(contract)).Where(IsCompared);
        var usage = type.GetCustomAttribute<AttributeUsageAttribute>(inherit: false);
        return new TypeHeader($"public {modifier}{kind} {TypeText.Name(type)}", parent, interfaces.ToHashSet(StringComparer.Ordinal), usage is null ? null : Usages(usage));
    }

    public static TypeHeader Parse(string line)
    {
        string? usage = null;
        if (line.StartsWith("[AttributeUsage(", StringComparison.Ordinal))
        {
            var end = line.IndexOf(")]", StringComparison.Ordinal);
            var parts = line["[AttributeUsage(".Length..end].Split(", ");
            usage = Usages(new AttributeUsageAttribute(Enum.Parse<AttributeTargets>(string.Join(", ", parts.Where(part => !part.Contains('=', StringComparison.Ordinal)))))
            {
                AllowMultiple = parts.Contains("AllowMultiple = True"),
                Inherited = !parts.Contains("Inherited = False"),
            });
            line = line[(end + 3)..];
        }

        var colon = line.Contains(" delegate ", StringComparison.Ordinal) ? -1 : line.IndexOf(" : ", StringComparison.Ordinal);
        var bases = colon < 0 ? [] : SplitOutsideBrackets(line[(colon + 3)..]).Where(IsCompared).ToList();
        var parent = bases.Find(name => !IsInterfaceName(name));
        return new TypeHeader(colon < 0 ? line : line[..colon], parent, bases.Where(IsInterfaceName).ToHashSet(StringComparer.Ordinal), usage);
    }

    private static string Usages(AttributeUsageAttribute usage) => $"{usage.ValidOn}, AllowMultiple {usage.AllowMultiple}, Inherited {usage.Inherited}";

    private static bool IsRecord(Type type) => type.GetMethod("<Clone>$") is not null;

    // The document leaves out the equality of records and structs.
    private static bool IsCompared(string name) => !name.StartsWith("IEquatable<", StringComparison.Ordinal);

    private static bool IsInterfaceName(string name) => name.Length > 1 && name[0] == 'I' && char.IsUpper(name[1]);

    private static IEnumerable<string> SplitOutsideBrackets(string text)
    {
        var depth = 0;
        var start = 0;
        for (var index = 0; index < text.Length; index++)
        {
            depth += text[index] == '<' ? 1 : text[index] == '>' ? -1 : 0;
            if (depth == 0 && text[index] == ',')
            {
                yield return text[start..index].Trim();
                start = index + 1;
            }
        }

        yield return text[start..].Trim();
    }
}
