using System.Collections.Frozen;
using ClosingGap.LocalRuntime.Discovery;
using Microsoft.AspNetCore.Routing.Patterns;
using Microsoft.Azure.Functions.Worker;

namespace ClosingGap.LocalRuntime.Http;

/// <summary>A function behind a route. <paramref name="verbs"/> empty means every verb.</summary>
internal sealed class HttpFunction(FunctionMethod method, RoutePattern route, FrozenSet<string> verbs, AuthorizationLevel level)
    : LocalFunction(method)
{
    public RoutePattern Route => route;

    public FrozenSet<string> Verbs => verbs;

    public AuthorizationLevel Level => level;

    public bool Answers(string verb) => verbs.Count == 0 || verbs.Contains(verb);
}
