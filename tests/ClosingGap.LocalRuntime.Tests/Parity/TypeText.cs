using System.Reflection;

namespace ClosingGap.LocalRuntime.Tests.Parity;

/// <summary>
/// Writes types as the document does: keywords, no namespaces, <c>?</c> for what may be null, save on type parameters, of
/// which the document says nothing.
/// </summary>
internal static class TypeText
{
    private static readonly Dictionary<Type, string> Keywords = new()
    {
        [typeof(void)] = "void",
        [typeof(object)] = "object",
        [typeof(string)] = "string",
        [typeof(bool)] = "bool",
        [typeof(byte)] = "byte",
        [typeof(int)] = "int",
        [typeof(long)] = "long",
        [typeof(double)] = "double",
    };

    public static string Of(Type type, NullabilityInfo? nullability = null)
    {
        if (type.IsByRef)
        {
            return Of(type.GetElementType()!, nullability?.ElementType);
        }

        if (type.IsGenericParameter)
        {
            return type.Name;
        }

        if (Nullable.GetUnderlyingType(type) is { } underlying)
        {
            return Of(underlying) + "?";
        }

        var mark = !type.IsValueType && nullability is { ReadState: NullabilityState.Nullable } or { ReadState: NullabilityState.Unknown, WriteState: NullabilityState.Nullable } ? "?" : "";
        if (type.IsArray)
        {
            return $"{Of(type.GetElementType()!, nullability?.ElementType)}[]{mark}";
        }

        return (Keywords.TryGetValue(type, out var keyword) ? keyword : Name(type, nullability)) + mark;
    }

    /// <summary>A type's own name with its type parameters or arguments; nested ones after their outer type.</summary>
    public static string Name(Type type, NullabilityInfo? nullability = null)
    {
        var outer = type.IsNested && !type.IsGenericParameter ? $"{Name(type.DeclaringType!)}." : "";
        if (!type.IsGenericType)
        {
            return outer + type.Name;
        }

        var arguments = type.GetGenericArguments()
            .Select((argument, index) => Of(argument, nullability is { GenericTypeArguments.Length: var count } && index < count ? nullability.GenericTypeArguments[index] : null));
        return $"{outer}{type.Name.Split('`')[0]}<{string.Join(", ", arguments)}>";
    }

    public static string Constraints(Type[] parameters)
    {
        var text = "";
        foreach (var parameter in parameters)
        {
            var attributes = parameter.GenericParameterAttributes;
            var parts = new List<string>();
            if (attributes.HasFlag(GenericParameterAttributes.ReferenceTypeConstraint))
            {
                parts.Add("class");
            }

            parts.AddRange(parameter.GetGenericParameterConstraints().Select(constraint => Of(constraint)));
            if (attributes.HasFlag(GenericParameterAttributes.DefaultConstructorConstraint))
            {
                parts.Add("new()");
            }

            text += parts.Count == 0 ? "" : $" where {parameter.Name} : {string.Join(", ", parts)}";
        }

        return text;
    }
}
