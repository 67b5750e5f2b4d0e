namespace ClosingGap.Pipeline.Tests.Running;

/// <summary>Lets the process die around a write: the write of a given number is the last that is done, or the first that is not.</summary>
internal sealed class Deaths
{
    private int _left = int.MaxValue;
    private bool _done;

    /// <summary>Writes since the last <see cref="At"/>.</summary>
    public int Writes { get; private set; }

    /// <summary>The write around which the process died.</summary>
    public string? Place { get; private set; }

    /// <summary>Sets the write, from 1, around which the process dies; <paramref name="done"/>: after it, not before.</summary>
    public void At(int write, bool done)
    {
        (_left, _done, Writes, Place) = (write, done, 0, null);
    }

    public void Never() => At(int.MaxValue, false);

    public async Task<T> AroundAsync<T>(string what, Func<Task<T>> write)
    {
        Writes++;
        if (Writes != _left)
        {
            return await write();
        }

        Place = $"{(_done ? "after" : "before")} {what}";
        if (_done)
        {
            await write();
        }

        throw new DeathException();
    }

    public Task AroundAsync(string what, Func<Task> write) => AroundAsync(what, async () =>
    {
        await write();
        return true;
    });
}
