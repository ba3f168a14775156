using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.Time.Testing;
using Navo.Integrations.Testing.SharePoint;
using Navo.Integrations.Testing.SharePoint.Model;

namespace Navo.Integrations.Testing.Tests.SharePoint;

/// <summary>A simulated Graph and a plain client of it that follows no redirect.</summary>
internal sealed class GraphWorld : IAsyncDisposable
{
    private readonly HttpClient _http = new(new SocketsHttpHandler { AllowAutoRedirect = false }) { Timeout = TimeSpan.FromSeconds(20) };

    private GraphWorld(GraphSimulator simulator, FakeTimeProvider time)
    {
        (Simulator, Time) = (simulator, time);
        UseToken(simulator.AppToken());
    }

    public GraphSimulator Simulator { get; }

    public GraphTenant Tenant => Simulator.Tenant;

    public FakeTimeProvider Time { get; }

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public static async Task<GraphWorld> StartAsync(GraphSimulatorOptions? options = null)
    {
        FakeTimeProvider time = new(new DateTimeOffset(2026, 11, 2, 9, 0, 0, TimeSpan.Zero));
        return new(await GraphSimulator.StartAsync((options ?? new()) with { TimeProvider = time }, Stop), time);
    }

    public void UseToken(string? token) => _http.DefaultRequestHeaders.Authorization = token is null ? null : new AuthenticationHeaderValue("Bearer", token);

    /// <summary>From now on, a user of the believable tenant calls.</summary>
    public void SignIn(string name) => UseToken(Simulator.UserToken(GraphTenant.Person(name)));

    public string PathOf(GraphItem item) => $"drives/{item.DriveId}/items/{item.Id}";

    public string PathOf(string name) => PathOf(Tenant.Find(name));

    public Uri Address(string path) => Uri.TryCreate(path, UriKind.Absolute, out Uri? absolute) ? absolute : new($"{Simulator.GraphUrl}/{path}");

    public async Task<GraphReply> SendAsync(string path, HttpMethod? method = null, string? json = null, params (string Name, string Value)[] headers)
    {
        using HttpRequestMessage request = new(method ?? HttpMethod.Get, Address(path));
        request.Content = json is null ? null : new StringContent(json, Encoding.UTF8, "application/json");
        foreach ((string name, string value) in headers)
        {
            Assert.True(request.Headers.TryAddWithoutValidation(name, value));
        }

        using HttpResponseMessage response = await _http.SendAsync(request, Stop);
        string text = await response.Content.ReadAsStringAsync(Stop);
        Dictionary<string, string> told = response.Headers.Concat(response.Content.Headers).ToDictionary(h => h.Key, h => string.Join(',', h.Value), StringComparer.OrdinalIgnoreCase);
        return new((int)response.StatusCode, told, text);
    }

    public async Task<JsonElement> GetAsync(string path)
    {
        GraphReply reply = await SendAsync(path);
        Assert.True(reply.Status == 200, $"{path}: {reply.Status} {reply.Text}");
        return reply.Body;
    }

    public Task<GraphReply> PostAsync(string path, string json) => SendAsync(path, HttpMethod.Post, json);

    public async Task<GraphReply> PostFormAsync(Uri address, params (string Name, string Value)[] form)
    {
        using FormUrlEncodedContent content = new(form.Select(f => KeyValuePair.Create(f.Name, f.Value)));
        using HttpResponseMessage response = await _http.PostAsync(address, content, Stop);
        return new((int)response.StatusCode, [], await response.Content.ReadAsStringAsync(Stop));
    }

    /// <summary>One member of each entry of a list, over all of its pages.</summary>
    public async Task<IReadOnlyList<string>> ListAsync(string path, string member = "name")
    {
        List<string> found = [];
        for (string? next = path; next is not null;)
        {
            JsonElement page = await GetAsync(next);
            found.AddRange(page.GetProperty("value").EnumerateArray().Select(e => e.GetProperty(member).GetString()!));
            next = page.TryGetProperty("@odata.nextLink", out JsonElement link) ? link.GetString() : null;
        }

        return found;
    }

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        await Simulator.DisposeAsync();
    }
}
