using ClosingGap.Pipeline.Districts;
using ClosingGap.Pipeline.Webhooks;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace ClosingGap.Functions.Http;

/// <summary>Gives operators the key by which a district checks what its webhook receives.</summary>
public sealed class WebhookFunctions(DistrictRegistry registry, WebhookKeys keys)
{
    [Function("GetWebhookKey")]
    public async Task<IResult> GetKeyAsync(
        [HttpTrigger(AuthorizationLevel.Admin, "get", Route = "v1/districts/{district}/webhook-key")] HttpRequest request, string district, CancellationToken cancellationToken)
    {
        if (!DistrictId.TryParse(district, out var id) || await registry.FindAsync(id, cancellationToken) is not { } registration)
        {
            return Problem.UnknownDistrict();
        }

        return keys.IsAvailable
            ? new JsonAnswer<WebhookKeyAnswer>(
                new WebhookKeyAnswer(registration.District, registration.Webhook, Convert.ToBase64String(keys.For(id))), AppJson.Default.WebhookKeyAnswer)
            : new Problem(
                409, WebhookDeliveries.SecretMissing, "No secret is set", $"This installation has no setting {WebhookKeys.Setting}: make one (openssl rand -base64 32), then ask again.");
    }
}
