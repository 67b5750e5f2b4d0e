using Microsoft.AspNetCore.Routing.Patterns;

namespace ClosingGap.LocalRuntime.Http;

/// <summary>Finds pairs of functions that would answer the same requests.</summary>
internal static class RouteCollisions
{
    public static IEnumerable<LocalRuntimeException> Find(IEnumerable<HttpFunction> functions)
    {
        foreach (var group in functions.GroupBy(function => Shape(function.Route), StringComparer.OrdinalIgnoreCase))
        {
            var seen = new List<HttpFunction>();
            foreach (var function in group)
            {
                if (seen.Find(other => Overlap(other, function)) is { } other)
                {
                    yield return new LocalRuntimeException(
                        "LR123",
                        $"Functions '{other.Name}' and '{function.Name}' answer the same requests on '{function.Route.RawText}'. Change a route, or part their verbs.");
                }

                seen.Add(function);
            }
        }
    }

    private static bool Overlap(HttpFunction left, HttpFunction right) =>
        left.Verbs.Count == 0 || right.Verbs.Count == 0 || left.Verbs.Overlaps(right.Verbs);

    // Two parameters of one place collide whatever their names, unless their constraints tell them apart.
    private static string Shape(RoutePattern route) => string.Join('/', route.PathSegments.Select(segment => string.Concat(segment.Parts.Select(part => part switch
    {
        RoutePatternLiteralPart literal => literal.Content,
        RoutePatternSeparatorPart separator => separator.Content,
        RoutePatternParameterPart parameter => $"{{{(parameter.IsCatchAll ? "*" : "")}{string.Join(':', parameter.ParameterPolicies.Select(policy => policy.Content))}}}",
        _ => "",
    }))));
}
