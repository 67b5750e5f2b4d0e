namespace ClosingGap.Functions.Webhooks;

/// <summary>The name of a webhook stands for no address to which this installation sends.</summary>
public sealed class WebhookRefusedException : Exception
{
    public WebhookRefusedException()
        : base("webhook.address_refused: the name stands for no address to which this installation sends.")
    {
    }

    public WebhookRefusedException(string message)
        : base(message)
    {
    }

    public WebhookRefusedException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
