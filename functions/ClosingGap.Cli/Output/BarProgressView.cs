using ClosingGap.Cli.Service;
using Spectre.Console;

namespace ClosingGap.Cli.Output;

/// <summary>A progress bar for each step of a drop, on a terminal.</summary>
internal sealed class BarProgressView(ProgressContext context) : IProgressView
{
    private ProgressTask? _task;
    private string? _step;

    public void Show(DropStatus? status)
    {
        var step = status is null ? "Waiting" : status.Progress is { } current && !status.IsAtRest ? $"{status.State}: {current.Step}" : status.State;
        if (_task is null || !string.Equals(step, _step, StringComparison.Ordinal))
        {
            Finish();
            _task = context.AddTask(Markup.Escape(step));
            _step = step;
        }

        if (status is { Progress: { Total: > 0 } progress, IsAtRest: false })
        {
            _task.IsIndeterminate = false;
            _task.MaxValue = progress.Total;
            _task.Value = progress.Done;
        }
        else
        {
            _task.IsIndeterminate = status is not { IsAtRest: true };
        }

        if (status is { IsAtRest: true })
        {
            Finish();
        }
    }

    private void Finish()
    {
        if (_task is { } task)
        {
            task.IsIndeterminate = false;
            task.Value = task.MaxValue;
            task.StopTask();
        }
    }
}
