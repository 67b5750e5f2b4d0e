using System.Globalization;
using System.Reflection;
using System.Runtime.CompilerServices;

namespace ClosingGap.LocalRuntime.Tests.Parity;

/// <summary>Writes the public and protected members that a type declares, as the document does.</summary>
internal static class MemberText
{
    private const BindingFlags Declared =
        BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Static | BindingFlags.Instance | BindingFlags.DeclaredOnly;

    public static IEnumerable<string> Of(Type type)
    {
        var nullability = new NullabilityInfoContext();
        if (type.IsEnum)
        {
            return Enum.GetNames(type).Select(name => $"{name} = {System.Convert.ToInt64(Enum.Parse(type, name), CultureInfo.InvariantCulture)}");
        }

        if (typeof(Delegate).IsAssignableFrom(type))
        {
            return [];
        }

        return type.GetConstructors(Declared).Where(IsSeen).Select(constructor => $"{Access(constructor)}{TypeText.Name(type).Split('<')[0].Split('.')[^1]}({Parameters(constructor, nullability)})")
            .Concat(type.GetMethods(Declared).Where(method => IsSeen(method) && (!method.IsSpecialName || method.Name.StartsWith("op_", StringComparison.Ordinal))).Select(method => Method(type, method, nullability)))
            .Concat(type.GetProperties(Declared).Where(property => property.GetAccessors(nonPublic: true).Any(accessor => IsOpen(accessor)) && !IsGenerated(property)).Select(property => Property(type, property, nullability)))
            .Concat(type.GetFields(Declared).Where(field => field.IsPublic || field.IsFamily).Select(field => Field(field, nullability)));
    }

    public static string Parameters(MethodBase method, NullabilityInfoContext nullability)
    {
        var extension = method.IsDefined(typeof(ExtensionAttribute), inherit: false);
        return string.Join(", ", method.GetParameters().Select(parameter =>
        {
            var prefix = extension && parameter.Position == 0 ? "this "
                : parameter.IsDefined(typeof(ParamArrayAttribute), inherit: false) ? "params "
                : parameter.IsOut ? "out "
                : parameter.ParameterType.IsByRef ? "ref "
                : "";
            return $"{prefix}{TypeText.Of(parameter.ParameterType, nullability.Create(parameter))} {parameter.Name}{Default(parameter)}";
        }));
    }

    private static string Default(ParameterInfo parameter) => !parameter.HasDefaultValue ? "" : parameter.DefaultValue switch
    {
        null => " = default",
        bool value => value ? " = true" : " = false",
        var value => $" = {System.Convert.ToString(value, CultureInfo.InvariantCulture)}",
    };

    private static string Method(Type type, MethodInfo method, NullabilityInfoContext nullability)
    {
        var generics = method.IsGenericMethodDefinition ? $"<{string.Join(", ", method.GetGenericArguments().Select(argument => argument.Name))}>" : "";
        var constraints = method.IsGenericMethodDefinition ? TypeText.Constraints(method.GetGenericArguments()) : "";
        var result = TypeText.Of(method.ReturnType, nullability.Create(method.ReturnParameter));
        return $"{(type.IsInterface ? "" : Access(method) + Modifiers(method))}{result} {method.Name}{generics}({Parameters(method, nullability)}){constraints}";
    }

    private static string Property(Type type, PropertyInfo property, NullabilityInfoContext nullability)
    {
        var accessor = property.GetAccessors(nonPublic: true).First(IsOpen);
        var accessors = "";
        if (property.GetMethod is { } getter && IsOpen(getter))
        {
            accessors += " get;";
        }

        if (property.SetMethod is { } setter && IsOpen(setter))
        {
            accessors += setter.ReturnParameter.GetRequiredCustomModifiers().Contains(typeof(IsExternalInit)) ? " init;" : " set;";
        }

        var text = TypeText.Of(property.PropertyType, nullability.Create(property));
        return $"{(type.IsInterface ? "" : Access(accessor) + Modifiers(accessor))}{text} {property.Name} {{{accessors} }}";
    }

    private static string Field(FieldInfo field, NullabilityInfoContext nullability)
    {
        var text = TypeText.Of(field.FieldType, nullability.Create(field));
        return field.IsLiteral
            ? $"public const {text} {field.Name} = {System.Convert.ToString(field.GetRawConstantValue(), CultureInfo.InvariantCulture)}"
            : $"public {(field.IsStatic ? "static " : "")}{(field.IsInitOnly ? "readonly " : "")}{text} {field.Name}";
    }

    private static string Access(MethodBase method) => method.IsPublic ? "public " : "protected ";

    private static string Modifiers(MethodInfo method) =>
        method.IsStatic ? "static "
        : method.GetBaseDefinition() != method ? "override "
        : method.IsAbstract ? "abstract "
        : method.IsVirtual && !method.IsFinal ? "virtual "
        : "";

    // What the compiler adds to a record is not written by hand there either.
    private static bool IsSeen(MethodBase method) => IsOpen(method) && !IsGenerated(method);

    private static bool IsOpen(MethodBase method) => method.IsPublic || method.IsFamily || method.IsFamilyOrAssembly;

    private static bool IsGenerated(MemberInfo member) => member.IsDefined(typeof(CompilerGeneratedAttribute), inherit: false)
        || (member is PropertyInfo { Name: "EqualityContract" });
}
