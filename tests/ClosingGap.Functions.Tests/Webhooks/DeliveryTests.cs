using System.Net;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Azure.Storage.Blobs;
using ClosingGap.Functions.Tests.Support;

namespace ClosingGap.Functions.Tests.Webhooks;

public sealed class DeliveryTests(DeliveryTests.App app) : IClassFixture<DeliveryTests.App>
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Receipt_OfARejectedDrop_IsSentAgainUntilItIsTaken()
    {
        await using var receiver = await WebhookReceiver.StartAsync((context, number) =>
        {
            context.Response.StatusCode = number <= 2 ? 503 : 200;
            return Task.CompletedTask;
        });
        await RegisterAsync("TX-400001", receiver.Url.ToString());
        using var content = new MemoryStream("not a zip"u8.ToArray());

        var id = await app.DropAsync("TX/400001/sis/broken.zip", content, null);
        var deliveries = await receiver.UntilAsync(3);

        Assert.Equal([$"{id}-1-rejected"], deliveries.Select(delivery => delivery.Headers["ClosingGap-Delivery"]).Distinct());
        Assert.All(deliveries, delivery => Assert.Equal("drop.rejected", delivery.Headers["ClosingGap-Event"]));
        var key = await KeyAsync("TX-400001");
        Assert.All(deliveries, delivery => Assert.True(IsSigned(delivery, key), "The signature does not fit the body."));
        Assert.False(IsSigned(deliveries[0], await KeyAsync("TX-400002")), "The key of another district fits as well.");
        var blob = new BlobClient(app.Storage, "receipts", $"TX/400001/{id}.json");
        Assert.Equal((await blob.DownloadContentAsync(Token)).Value.Content.ToString(), deliveries[0].Body);
        var fact = await FactAsync(id);
        Assert.Equal((true, 3, "Rejected"), (fact.GetProperty("delivered").GetBoolean(), fact.GetProperty("tries").GetInt32(), fact.GetProperty("state").GetString()));
    }

    [Fact]
    public async Task Receipt_ThatNobodyTakes_IsGivenUpAndTheDropIsPublishedAllTheSame()
    {
        await using var receiver = await WebhookReceiver.StartAsync((context, _) => { context.Response.StatusCode = 500; return Task.CompletedTask; });
        await RegisterAsync("TX-400003", receiver.Url.ToString());

        var id = await app.DropSampleAsync("400003", 20, "night");
        var drop = await app.UntilAsync(id, "Published", "Failed");

        Assert.Equal("Published", drop.GetProperty("state").GetString());
        var fact = await FactAsync(id);
        Assert.Equal((false, 3, "webhook.status_500"), (fact.GetProperty("delivered").GetBoolean(), fact.GetProperty("tries").GetInt32(), fact.GetProperty("fault").GetString()));
        Assert.Equal(3, receiver.Taken.Count);
    }

    [Theory]
    [InlineData("http://example.org/receipts")]
    [InlineData("https://10.1.2.3/receipts")]
    [InlineData("https://169.254.169.254/metadata")]
    [InlineData("https://user:word@example.org/")]
    [InlineData("receipts")]
    public async Task Registration_WithAWebhookThatIsNotAllowed_IsRefused(string webhook)
    {
        using var answer = await app.Http.PutAsJsonAsync("v1/districts/TX-400004", Body(webhook), Token);

        var problem = await AppFixture.ProblemAsync(answer, HttpStatusCode.BadRequest);
        Assert.Equal("district.invalid", problem.GetProperty("code").GetString());
        Assert.StartsWith("webhook ", problem.GetProperty("detail").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Registration_WithoutAWord_KeepsTheWebhookAndAnEmptyTextRemovesIt()
    {
        await RegisterAsync("TX-400005", "https://example.org/receipts");

        Assert.Equal("https://example.org/receipts", await WebhookAsync(null));
        Assert.Null(await WebhookAsync(""));

        async Task<string?> WebhookAsync(string? webhook)
        {
            using var answer = await app.Http.PutAsJsonAsync("v1/districts/TX-400005", Body(webhook), Token);
            return (await answer.Content.ReadFromJsonAsync<JsonElement>(Token)).TryGetProperty("webhook", out var url) ? url.GetString() : null;
        }
    }

    [Fact]
    public async Task WebhookKey_OfADistrictThatIsNotThere_IsNotFound()
    {
        using var answer = await app.Http.GetAsync("v1/districts/TX-499999/webhook-key", Token);

        Assert.Equal("district.unknown", (await AppFixture.ProblemAsync(answer, HttpStatusCode.NotFound)).GetProperty("code").GetString());
    }

    private static object Body(string? webhook) => new { name = "A District", timeZone = "UTC", sources = new[] { new { name = "sis" } }, webhook };

    private async Task RegisterAsync(string district, string webhook)
    {
        using var answer = await app.Http.PutAsJsonAsync($"v1/districts/{district}", Body(webhook), Token);
        Assert.Equal(HttpStatusCode.Created, answer.StatusCode);
    }

    private async Task<byte[]> KeyAsync(string district)
    {
        using var registered = await app.Http.PutAsJsonAsync($"v1/districts/{district}", Body(null), Token);
        var answer = await app.Http.GetFromJsonAsync<JsonElement>($"v1/districts/{district}/webhook-key", Token);
        return answer.GetProperty("key").GetBytesFromBase64();
    }

    /// <summary>As a receiver checks it, without a line of the product.</summary>
    private static bool IsSigned(WebhookReceiver.Delivery delivery, byte[] key)
    {
        var parts = delivery.Headers["ClosingGap-Signature"].Split(',').Select(part => part.Split('=')).ToDictionary(part => part[0], part => part[1]);
        var expected = Convert.ToHexStringLower(HMACSHA256.HashData(key, Encoding.UTF8.GetBytes($"{parts["t"]}.{delivery.Body}")));
        return expected == parts["v1"];
    }

    private async Task<JsonElement> FactAsync(string dropId)
    {
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(Token);
        deadline.CancelAfter(TimeSpan.FromSeconds(90));
        while (true)
        {
            var drop = await app.Http.GetFromJsonAsync<JsonElement>($"v1/drops/{dropId}", deadline.Token);
            if (drop.GetProperty("deliveries") is { } facts && facts.GetArrayLength() > 0)
            {
                return facts[0];
            }

            await Task.Delay(100, deadline.Token);
        }
    }

    public sealed class App : AppFixture
    {
        protected override string[] Settings =>
        [
            $"ClosingGap:WebhookSecret={Convert.ToBase64String(RandomNumberGenerator.GetBytes(32))}", "ClosingGap:Webhooks:AllowLoopback=true",
            "ClosingGap:Webhooks:FirstWait=00:00:01", "ClosingGap:Webhooks:LongestWait=00:00:01", "ClosingGap:Webhooks:MaxTries=3", "SweepSchedule=* * * * * *",
        ];
    }
}
