using System.Globalization;
using System.Reflection;

namespace ClosingGap.LocalRuntime.Http;

/// <summary>Turns a route's text into a parameter's type, by invariant culture.</summary>
internal static class RouteValueConverter
{
    public static bool Supports(Type type)
    {
        var core = Nullable.GetUnderlyingType(type) ?? type;
        return core == typeof(string) || core.IsEnum || Array.Exists(core.GetInterfaces(), IsParsable(core));
    }

    /// <exception cref="FormatException">The text is not of the type; a constraint such as <c>{id:int}</c> would answer 404 instead.</exception>
    public static object? Convert(object? value, ParameterInfo parameter)
    {
        var type = Nullable.GetUnderlyingType(parameter.ParameterType) ?? parameter.ParameterType;
        var text = System.Convert.ToString(value, CultureInfo.InvariantCulture);
        if (string.IsNullOrEmpty(text))
        {
            return parameter.HasDefaultValue ? parameter.DefaultValue
                : parameter.ParameterType.IsValueType && Nullable.GetUnderlyingType(parameter.ParameterType) is null ? Activator.CreateInstance(type)
                : null;
        }

        if (type == typeof(string))
        {
            return text;
        }

        if (type.IsEnum)
        {
            return Enum.TryParse(type, text, ignoreCase: true, out var member) && Enum.IsDefined(type, member) ? member : throw Misfit(parameter, type);
        }

        var parse = typeof(RouteValueConverter).GetMethod(nameof(Parse), BindingFlags.Static | BindingFlags.NonPublic)!.MakeGenericMethod(type);
        return parse.Invoke(null, [text]) ?? throw Misfit(parameter, type);
    }

    private static object? Parse<T>(string text)
        where T : IParsable<T> => T.TryParse(text, CultureInfo.InvariantCulture, out var value) ? value : null;

    private static Predicate<Type> IsParsable(Type type) =>
        candidate => candidate.IsGenericType && candidate.GetGenericTypeDefinition() == typeof(IParsable<>) && candidate.GetGenericArguments()[0] == type;

    private static FormatException Misfit(ParameterInfo parameter, Type type) =>
        new($"LR122: the route's '{parameter.Name}' is not a {type.Name}. Constrain it in the route, as in {{{parameter.Name}:guid}}, to answer 404.");
}
