using System.Collections.Frozen;
using System.Reflection;
using ClosingGap.LocalRuntime.Discovery;
using ClosingGap.LocalRuntime.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing.Patterns;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Extensions.Abstractions;

namespace ClosingGap.LocalRuntime.Http;

/// <summary>HTTP functions: <c>[HttpTrigger] HttpRequest</c>, and parameters named as in the route.</summary>
internal sealed class HttpTriggerKind : TriggerKind
{
    public const string RoutePrefixKey = LocalHostBuilder.HostJsonSection + ":extensions:http:routePrefix";

    public override bool Handles(TriggerBindingAttribute attribute) => attribute is HttpTriggerAttribute;

    public override LocalFunction Create(FunctionCandidate candidate)
    {
        var trigger = (HttpTriggerAttribute)candidate.Trigger;
        var type = candidate.TriggerParameter.ParameterType;
        if (type != typeof(HttpRequest))
        {
            throw candidate.Problem("LR120", $"its trigger parameter is a {type}; use Microsoft.AspNetCore.Http.HttpRequest.");
        }

        var prefix = (candidate.Configuration[RoutePrefixKey] ?? "api").Trim('/');
        var template = trigger.Route is null ? candidate.Name : SettingReferences.Resolve(trigger.Route, candidate.Name, candidate.Configuration).Trim('/');
        RoutePattern route;
        try
        {
            route = RoutePatternFactory.Parse($"/{prefix}/{template}".Replace("//", "/", StringComparison.Ordinal));
        }
        catch (RoutePatternException problem)
        {
            throw candidate.Problem("LR121", $"its route '{template}' cannot be read: {problem.Message}");
        }

        var verbs = (trigger.Methods ?? []).ToFrozenSet(StringComparer.OrdinalIgnoreCase);
        var method = candidate.Bind(
            "httpTrigger", "HttpRequest, a parameter named as in the route (string, number, bool, Guid, date, enum)", parameter => Source(candidate, route, parameter));
        return new HttpFunction(method, route, verbs, trigger.AuthLevel);
    }

    private static ParameterSource? Source(FunctionCandidate candidate, RoutePattern route, ParameterInfo parameter)
    {
        if (parameter.ParameterType == typeof(HttpRequest))
        {
            return (_, state) => ValueTask.FromResult<object?>(((HttpInvocation)state.Trigger).HttpContext.Request);
        }

        if (candidate.IsTrigger(parameter) || route.GetParameter(parameter.Name!) is null || !RouteValueConverter.Supports(parameter.ParameterType))
        {
            return null;
        }

        return (_, state) => ValueTask.FromResult(RouteValueConverter.Convert(
            ((HttpInvocation)state.Trigger).HttpContext.Request.RouteValues.GetValueOrDefault(parameter.Name!), parameter));
    }
}
