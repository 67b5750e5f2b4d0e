using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Template;

namespace ClosingGap.LocalRuntime.Http;

/// <summary>Finds the function of a request: the most specific route that fits the path, its constraints and the verb.</summary>
internal sealed class RouteTable
{
    private readonly List<Entry> entries = [];

    public RouteTable(IEnumerable<HttpFunction> functions, IInlineConstraintResolver constraints)
    {
        foreach (var function in functions.OrderBy(function => function.Route.InboundPrecedence).ThenBy(function => function.Name, StringComparer.Ordinal))
        {
            var template = new RouteTemplate(function.Route);
            var builder = new RouteConstraintBuilder(constraints, function.Route.RawText!);
            foreach (var parameter in template.Parameters)
            {
                if (parameter.IsOptional)
                {
                    builder.SetOptional(parameter.Name!);
                }

                foreach (var constraint in parameter.InlineConstraints)
                {
                    builder.AddResolvedConstraint(parameter.Name!, constraint.Constraint);
                }
            }

            entries.Add(new Entry(function, new TemplateMatcher(template, new RouteValueDictionary(function.Route.Defaults)), builder.Build()));
        }
    }

    /// <summary>The function and the route's values, or null. A wrong verb is no match: 404, as the Functions host answers.</summary>
    public HttpFunction? Find(HttpContext context, RouteValueDictionary values)
    {
        foreach (var entry in entries)
        {
            values.Clear();
            if (entry.Function.Answers(context.Request.Method)
                && entry.Matcher.TryMatch(context.Request.Path, values)
                && entry.Constraints.All(constraint => constraint.Value.Match(context, null, constraint.Key, values, RouteDirection.IncomingRequest)))
            {
                return entry.Function;
            }
        }

        return null;
    }

    private sealed record Entry(HttpFunction Function, TemplateMatcher Matcher, IDictionary<string, IRouteConstraint> Constraints);
}
