using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Navo.Integrations.Testing.Confluence;

namespace Navo.Integrations.Testing.Tests.Confluence;

/// <summary>A plain client of the simulator.</summary>
internal sealed class SimulatorClient : IDisposable
{
    private readonly HttpClient _http;

    public SimulatorClient(ConfluenceSimulator simulator, string? username, Uri? address = null)
    {
        var root = (address ?? simulator.BaseUrl).AbsoluteUri.TrimEnd('/') + "/";
        _http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false })
        {
            BaseAddress = new Uri(root),
            Timeout = TimeSpan.FromSeconds(20),
        };
        if (username is not null)
        {
            var account = simulator.Account(username);
            UseBasic(account.Username, account.ApiToken);
        }
    }

    public void UseBasic(string name, string secret) => _http.DefaultRequestHeaders.Authorization =
        new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"{name}:{secret}")));

    public void UseBearer(string token) =>
        _http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);

    public Task<HttpResponseMessage> SendAsync(string path) =>
        _http.GetAsync(path, TestContext.Current.CancellationToken);

    public async Task<JsonElement> GetAsync(string path)
    {
        using var response = await SendAsync(path);
        var text = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.True(response.IsSuccessStatusCode, $"{path}: {(int)response.StatusCode} {text}");
        return JsonElement.Parse(text);
    }

    public async Task<(int Status, JsonElement Body)> PostAsync(string path, string json)
    {
        using var content = new StringContent(json, Encoding.UTF8, "application/json");
        using var response = await _http.PostAsync(path, content, TestContext.Current.CancellationToken);
        return ((int)response.StatusCode, JsonElement.Parse(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)));
    }

    public async Task<int> StatusAsync(string path)
    {
        using var response = await SendAsync(path);
        return (int)response.StatusCode;
    }

    public async Task<IReadOnlyList<string>> TitlesAsync(string cql, string api = "wiki/rest/api")
    {
        var body = await GetAsync($"{api}/search?limit=500&cql={Uri.EscapeDataString(cql)}");
        return [.. body.GetProperty("results").EnumerateArray().Select(r => r.GetProperty("content").GetProperty("title").GetString()!)];
    }

    public void Dispose() => _http.Dispose();
}
