using System.ClientModel;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Time.Testing;
using Navo.Integrations.Testing.OpenAi;
using OpenAI;

namespace Navo.Integrations.Testing.Tests.OpenAi;

/// <summary>A simulated OpenAI, a plain client of it, and the vendor's own library without its retries.</summary>
internal sealed class OpenAiWorld : IAsyncDisposable
{
    public const string Handbook =
        "[1] Every employee has 30 days of paid vacation per calendar year. Request vacation in the people portal.\n[2] The canteen is open from 11:30 to 14 o'clock. Lunch costs 5.50 euros.";

    private readonly HttpClient _http = new() { Timeout = TimeSpan.FromSeconds(20) };

    private OpenAiWorld(OpenAiSimulator simulator, FakeTimeProvider time)
    {
        (Simulator, Time) = (simulator, time);
        UseKey(simulator.ApiKey);
        Library = LibraryWith(simulator.ApiKey);
    }

    public OpenAiSimulator Simulator { get; }

    public OpenAiOrganization Organization => Simulator.Organization;

    public FakeTimeProvider Time { get; }

    public OpenAIClient Library { get; }

    public static CancellationToken Stop => TestContext.Current.CancellationToken;

    public static async Task<OpenAiWorld> StartAsync(Action<OpenAiOrganization>? prepare = null)
    {
        FakeTimeProvider time = new(new DateTimeOffset(2026, 11, 28, 12, 0, 0, TimeSpan.Zero));
        OpenAiOrganization organization = OpenAiOrganization.CreateBelievable(time);
        prepare?.Invoke(organization);
        return new(await OpenAiSimulator.StartAsync(new() { TimeProvider = time, Organization = organization }, Stop), time);
    }

    /// <summary>A simulator on the system's clock that takes its time for each token.</summary>
    public static async Task<OpenAiWorld> StartSlowlyAsync(OpenAiOrganization organization, TimeSpan timePerToken) =>
        new(await OpenAiSimulator.StartAsync(new() { Organization = organization, TimePerToken = timePerToken }, Stop), new());

    /// <summary>What the only call used, once the server has noticed that its caller left.</summary>
    public async Task<OpenAiUsage> BilledAsync()
    {
        for (int i = 0; i < 1000 && Organization.Usage.Count == 0; i++)
        {
            await Task.Delay(10, Stop);
        }

        return Assert.Single(Organization.Usage);
    }

    public OpenAIClient LibraryWith(string key) => new(new ApiKeyCredential(key), new OpenAIClientOptions
    {
        Endpoint = Simulator.BaseUrl,
        RetryPolicy = new System.ClientModel.Primitives.ClientRetryPolicy(0),
    });

    public void UseKey(string? key) => _http.DefaultRequestHeaders.Authorization = key is null ? null : new AuthenticationHeaderValue("Bearer", key);

    public async Task<OpenAiReply> SendAsync(HttpMethod method, string path, string? json = null, params (string Name, string Value)[] headers)
    {
        using HttpRequestMessage request = new(method, new Uri(Simulator.BaseUrl, path));
        request.Content = json is null ? null : new StringContent(json, Encoding.UTF8, "application/json");
        foreach ((string name, string value) in headers)
        {
            Assert.True(request.Headers.TryAddWithoutValidation(name, value));
        }

        using HttpResponseMessage response = await _http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, Stop);
        string text = await response.Content.ReadAsStringAsync(Stop);
        Dictionary<string, string> told = response.Headers.Concat(response.Content.Headers).ToDictionary(h => h.Key, h => string.Join(',', h.Value), StringComparer.OrdinalIgnoreCase);
        return new((int)response.StatusCode, told, text);
    }

    public async Task<JsonNode> GetAsync(string path)
    {
        OpenAiReply reply = await SendAsync(HttpMethod.Get, path);
        Assert.True(reply.Status == 200, $"{path}: {reply.Status} {reply.Text}");
        return reply.Body;
    }

    public Task<OpenAiReply> PostAsync(string path, JsonObject body) => SendAsync(HttpMethod.Post, path, body.ToJsonString());

    /// <summary>A response to a question with passages, with further members of the body.</summary>
    public Task<OpenAiReply> AskAsync(string question, JsonObject? more = null) =>
        PostAsync("responses", With(new() { ["model"] = "gpt-4o", ["input"] = $"{Handbook}\n\nQuestion: {question}" }, more));

    public Task<OpenAiReply> ChatAsync(string question, JsonObject? more = null) => PostAsync(
        "chat/completions",
        With(
            new()
            {
                ["model"] = "gpt-4o",
                ["messages"] = new JsonArray(
                    new JsonObject { ["role"] = "system", ["content"] = "Answer from the passages." },
                    new JsonObject { ["role"] = "user", ["content"] = $"{Handbook}\n\nQuestion: {question}" }),
            },
            more));

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        await Simulator.DisposeAsync();
    }

    private static JsonObject With(JsonObject body, JsonObject? more)
    {
        foreach ((string name, JsonNode? value) in more ?? [])
        {
            body[name] = value?.DeepClone();
        }

        return body;
    }
}
