using System.Globalization;
using Microsoft.AspNetCore.Http;

namespace ClosingGap.Functions.Http;

/// <summary>Which page a request asks for: <c>after</c> and <c>pageSize</c>.</summary>
internal static class Paging
{
    /// <summary>A cursor names a district and a school, whose id has up to 255 characters.</summary>
    private const int MaxCursorLength = 600;

    /// <summary>The cursor of the page before; null: the first page.</summary>
    public static string? After(HttpRequest request) => request.Query["after"] is [{ Length: > 0 and <= MaxCursorLength } after] ? after : null;

    /// <summary>How many are asked for; use cases bound it.</summary>
    public static int PageSize(HttpRequest request, int otherwise) =>
        int.TryParse(request.Query["pageSize"], NumberStyles.None, CultureInfo.InvariantCulture, out var size) && size > 0 ? size : otherwise;

    /// <summary>A single value of the query; null when it is not there or blank.</summary>
    public static string? Value(HttpRequest request, string name) => request.Query[name] is [{ Length: > 0 and <= MaxCursorLength } value] ? value : null;
}
