using System.Collections.Concurrent;
using System.Diagnostics;
using System.Runtime.ExceptionServices;

namespace ClosingGap.Functions.Tests.Privacy;

/// <summary>Keeps every span of every source, and the messages of the product's own exceptions as they are thrown.</summary>
internal sealed class CollectedTraces : IDisposable
{
    private readonly ConcurrentQueue<string> _spans = new();
    private readonly ConcurrentQueue<string> _exceptions = new();
    private readonly ActivityListener _listener;

    public CollectedTraces()
    {
        _listener = new ActivityListener
        {
            ShouldListenTo = _ => true,
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = span => _spans.Enqueue(Text(span)),
        };
        ActivitySource.AddActivityListener(_listener);
        AppDomain.CurrentDomain.FirstChanceException += Thrown;
    }

    public IReadOnlyList<string> Spans => [.. _spans];

    public IReadOnlyList<string> Exceptions => [.. _exceptions];

    public void Dispose()
    {
        AppDomain.CurrentDomain.FirstChanceException -= Thrown;
        _listener.Dispose();
    }

    private static string Text(Activity span) => string.Join(
        '\n',
        [
            span.OperationName, span.DisplayName, span.StatusDescription, span.TraceStateString,
            .. span.TagObjects.Concat(span.Events.SelectMany(one => one.Tags)).Select(tag => $"{tag.Key}={tag.Value}"),
            .. span.Events.Select(one => one.Name), .. span.Baggage.Select(item => $"{item.Key}={item.Value}"),
        ]);

    private void Thrown(object? sender, FirstChanceExceptionEventArgs thrown)
    {
        if (thrown.Exception.GetType().Namespace?.StartsWith("ClosingGap", StringComparison.Ordinal) == true)
        {
            _exceptions.Enqueue(thrown.Exception.Message);
        }
    }
}
