using ClosingGap.Cli.Service;

namespace ClosingGap.Cli.Output;

/// <summary>Shows how a drop stands: a bar on a terminal, lines elsewhere.</summary>
internal interface IProgressView
{
    /// <summary>Shows an answer of the service; null while it does not know the drop yet.</summary>
    void Show(DropStatus? status);
}
