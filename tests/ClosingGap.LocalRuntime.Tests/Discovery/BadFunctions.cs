using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace ClosingGap.LocalRuntime.Tests.Discovery;

/// <summary>Functions that must be refused, one class for each reason.</summary>
public static class BadFunctions
{
    public static class BadName
    {
        [Function("has space")]
        public static string Run([HttpTrigger(AuthorizationLevel.Anonymous)] HttpRequest request) => "";
    }

    public static class SameName
    {
        [Function("Twin")]
        public static string One([HttpTrigger(AuthorizationLevel.Anonymous)] HttpRequest request) => "";

        [Function("TWIN")]
        public static string Two([HttpTrigger(AuthorizationLevel.Anonymous)] HttpRequest request) => "";
    }

    public static class NotPublic
    {
        [Function("Hidden")]
        internal static string Run([HttpTrigger(AuthorizationLevel.Anonymous)] HttpRequest request) => "";
    }

    public static class AsyncVoid
    {
        [Function("Forgotten")]
        public static async void Run([TimerTrigger("0 0 * * * *")] TimerInfo timer) => await Task.Yield();
    }

    public static class NoTrigger
    {
        [Function("Idle")]
        public static string Run(string text) => text;
    }

    public static class TwoTriggers
    {
        [Function("Both")]
        public static string Run([HttpTrigger(AuthorizationLevel.Anonymous)] HttpRequest request, [TimerTrigger("0 0 * * * *")] TimerInfo timer) => "";
    }

    public static class UnknownParameter
    {
        [Function("Greedy")]
        public static string Run([HttpTrigger(AuthorizationLevel.Anonymous, Route = "greedy/{id}")] HttpRequest request, TimeProvider time, string id) => id;
    }

    public static class WrongHttpType
    {
        [Function("Texted")]
        public static string Run([HttpTrigger(AuthorizationLevel.Anonymous)] string request) => request;
    }

    public static class BadRoute
    {
        [Function("Astray")]
        public static string Run([HttpTrigger(AuthorizationLevel.Anonymous, Route = "a/{b")] HttpRequest request) => "";
    }

    public static class CollidingRoutes
    {
        [Function("Left")]
        public static string Left([HttpTrigger(AuthorizationLevel.Anonymous, "get", "post", Route = "same/{left}")] HttpRequest request) => "";

        [Function("Right")]
        public static string Right([HttpTrigger(AuthorizationLevel.Anonymous, "POST", Route = "Same/{right}")] HttpRequest request) => "";
    }

    public static class BadSchedule
    {
        [Function("Never")]
        public static void Run([TimerTrigger("every day")] TimerInfo timer)
        {
        }
    }

    public static class UnsetSetting
    {
        [Function("Unset")]
        public static void Run([TimerTrigger("%ThisSettingIsNotSet%")] TimerInfo timer)
        {
        }
    }

    public static class BadBlobPath
    {
        [Function("Lost")]
        public static void Run([BlobTrigger("Drops/{name")] string content)
        {
        }
    }

    public static class NoConnection
    {
        [Function("Unplugged")]
        public static void Run([BlobTrigger("drops/{name}", Connection = "NoSuchConnection")] string content)
        {
        }
    }
}
