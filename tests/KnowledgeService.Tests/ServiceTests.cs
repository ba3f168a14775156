using System.Net;
using System.Net.Http.Json;
using System.Net.ServerSentEvents;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Navo.Integrations.Core.Sync;

namespace KnowledgeService.Tests;

/// <summary>The service over HTTP: who gets what, what a stream looks like, and what is refused.</summary>
public sealed class ServiceTests(RunningService service) : IClassFixture<RunningService>
{
    private const string Asked = "What happens to invoices after a retry of the nightly run?";
    private const string Hidden = "double invoices";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Two_readers_find_what_each_may_see()
    {
        string ada = await FoundAsync("Ada", "review notes");
        string ben = await FoundAsync("Ben", "review notes");

        Assert.Contains("Salary review notes", ada, StringComparison.Ordinal);
        Assert.DoesNotContain("Salary", ben, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_answer_comes_as_events_and_each_marker_has_its_citation()
    {
        List<SseItem<string>> events = await AnswerAsync("Ada", Asked);

        Assert.Equal("answer", events[^1].EventType);
        Assert.All(events.SkipLast(1), item => Assert.Equal("text", item.EventType));
        using JsonDocument answer = JsonDocument.Parse(events[^1].Data);
        JsonElement citation = Assert.Single(answer.RootElement.GetProperty("citations").EnumerateArray());
        Assert.Contains("[1]", answer.RootElement.GetProperty("text").GetString(), StringComparison.Ordinal);
        Assert.Contains(Hidden, citation.GetProperty("title").GetString(), StringComparison.Ordinal);
        Assert.DoesNotContain(Hidden, string.Concat((await AnswerAsync("Ben", Asked)).Select(item => item.Data)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_text_that_is_denied_looks_like_one_that_is_absent()
    {
        using HttpClient ada = await service.ReaderAsync("Ada", Token);
        using HttpClient ben = await service.ReaderAsync("Ben", Token);
        JsonElement hit = (await (await ada.PostAsJsonAsync("search", new { Text = "salary review notes" }, Token)).Content.ReadFromJsonAsync<JsonElement>(Token)).GetProperty("hits")[0];
        string path = PathOf(hit);

        using HttpResponseMessage shown = await ada.GetAsync(new Uri(path, UriKind.Relative), Token);
        using HttpResponseMessage denied = await ben.GetAsync(new Uri(path, UriKind.Relative), Token);
        using HttpResponseMessage absent = await ben.GetAsync(new Uri("content?source=confluence&id=987654321", UriKind.Relative), Token);

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.NotFound, HttpStatusCode.NotFound), (shown.StatusCode, denied.StatusCode, absent.StatusCode));
        Assert.Equal(await DetailAsync(absent), await DetailAsync(denied));
    }

    [Fact]
    public async Task Whatever_is_found_can_be_read_from_each_source()
    {
        using HttpClient ada = await service.ReaderAsync("Ada", Token);
        JsonElement page = await (await ada.PostAsJsonAsync("search", new { Text = "deployment" }, Token)).Content.ReadFromJsonAsync<JsonElement>(Token);
        JsonElement[] hits = [.. page.GetProperty("hits").EnumerateArray()];
        Assert.Equal(["confluence", "sharepoint"], hits.Select(hit => hit.GetProperty("source").GetString()).Distinct().Order(StringComparer.Ordinal));

        foreach (JsonElement hit in hits.DistinctBy(hit => hit.GetProperty("source").GetString()))
        {
            JsonElement content = await ada.GetFromJsonAsync<JsonElement>(PathOf(hit), Token);
            Assert.Equal(hit.GetProperty("title").GetString(), content.GetProperty("title").GetString());
            Assert.NotEmpty(content.GetProperty("text").GetString()!);
        }
    }

    [Theory]
    [InlineData("search")]
    [InlineData("answers")]
    public async Task Nobody_is_answered_without_a_sign_in(string path)
    {
        using HttpClient visitor = service.Visitor();

        Assert.Equal(HttpStatusCode.Unauthorized, (await visitor.PostAsJsonAsync(path, new { Text = "review" }, Token)).StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, (await visitor.PostAsJsonAsync("session", new { Name = "service" }, Token)).StatusCode);
    }

    [Fact]
    public async Task With_sources_of_ones_own_nobody_is_believed_without_proof()
    {
        await using RunningService own = new("--Navo:Integrations:Confluence:BaseUrl", "http://127.0.0.1:9", "--Navo:Integrations:Confluence:Username", "navo@example.com", "--Navo:Integrations:Confluence:ApiToken", "not-a-secret");
        await own.InitializeAsync();
        using HttpClient visitor = own.Visitor();

        Assert.Equal(HttpStatusCode.Unauthorized, (await visitor.PostAsJsonAsync("session", new { Name = "Ada" }, Token)).StatusCode);
        Assert.Equal("Healthy", await visitor.GetStringAsync(new Uri("health/live", UriKind.Relative), Token));
        Assert.Equal(HttpStatusCode.ServiceUnavailable, (await visitor.GetAsync(new Uri("health/ready", UriKind.Relative), Token)).StatusCode);
    }

    [Fact]
    public async Task A_reader_who_asks_too_often_is_told_when_to_come_back()
    {
        await using RunningService strict = new("--KnowledgeService:RequestsPerMinute", "1");
        await strict.InitializeAsync();
        using HttpClient ada = await strict.ReaderAsync("Ada", Token);
        using HttpClient ben = await strict.ReaderAsync("Ben", Token);

        Assert.Equal(HttpStatusCode.OK, (await ada.PostAsJsonAsync("search", new { Text = "review" }, Token)).StatusCode);
        using HttpResponseMessage refused = await ada.PostAsJsonAsync("search", new { Text = "review" }, Token);
        Assert.Equal(HttpStatusCode.TooManyRequests, refused.StatusCode);
        Assert.InRange(refused.Headers.RetryAfter!.Delta!.Value, TimeSpan.FromSeconds(1), TimeSpan.FromMinutes(1));
        Assert.Equal(HttpStatusCode.OK, (await ben.PostAsJsonAsync("search", new { Text = "review" }, Token)).StatusCode);
    }

    [Fact]
    public async Task Pages_run_no_script_but_their_own_and_a_foreign_host_is_refused()
    {
        using HttpClient visitor = service.Visitor();
        using HttpResponseMessage page = await visitor.GetAsync(new Uri("/", UriKind.Relative), Token);
        using HttpRequestMessage rebound = new(HttpMethod.Get, "/session") { Headers = { Host = "evil.example" } };

        string policy = page.Headers.GetValues("Content-Security-Policy").Single();
        Assert.Contains("default-src 'none'; script-src 'self'", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("style=", await page.Content.ReadAsStringAsync(Token), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.BadRequest, (await visitor.SendAsync(rebound, Token)).StatusCode);
    }

    [Fact]
    public async Task A_question_that_is_none_is_refused_with_a_sentence()
    {
        using HttpClient ada = await service.ReaderAsync("Ada", Token);
        using HttpResponseMessage refused = await ada.PostAsJsonAsync("search", new { Text = " " }, Token);

        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        Assert.Contains("characters", await DetailAsync(refused), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_source_that_may_notify_subscribes_and_its_changes_are_taken()
    {
        await using RunningService notified = await RunningService.StartAsync(static port =>
        [
            "--urls", $"http://127.0.0.1:{port}",
            "--Navo:Integrations:SharePoint:Notifications:Url", $"http://127.0.0.1:{port}/navo/sharepoint",
            "--Navo:Integrations:SharePoint:Notifications:Secret", "only-for-this-test-only-for-this-test",
        ]);
        using HttpClient sender = notified.Visitor();
        using HttpResponseMessage taken = await sender.PostAsJsonAsync("navo/sharepoint", new { value = new[] { new { subscriptionId = "1", clientState = "forged", resource = "drives/1/root" } } }, Token);
        using HttpResponseMessage unknown = await sender.PostAsJsonAsync("navo/nobody", new { }, Token);
        Assert.Equal((HttpStatusCode.Accepted, HttpStatusCode.NotFound), (taken.StatusCode, unknown.StatusCode));

        // A source subscribes only where its handshake was answered.
        IContentSyncService sync = notified.Services.GetRequiredKeyedService<IContentSyncService>("sharepoint");
        for (int i = 0; i < 300 && sync.Status.Subscriptions is not { Alive: > 0 }; i++)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(100), TimeProvider.System, Token);
        }

        Assert.True(sync.Status.Subscriptions is { Alive: > 0 }, $"{sync.Status}");
    }

    private static string PathOf(JsonElement hit) => $"content?source={hit.GetProperty("source").GetString()}&id={Uri.EscapeDataString(hit.GetProperty("id").GetString()!)}";

    private async Task<string> FoundAsync(string reader, string text)
    {
        using HttpClient http = await service.ReaderAsync(reader, Token);
        return await (await http.PostAsJsonAsync("search", new { Text = text }, Token)).EnsureSuccessStatusCode().Content.ReadAsStringAsync(Token);
    }

    private async Task<List<SseItem<string>>> AnswerAsync(string reader, string text)
    {
        using HttpClient http = await service.ReaderAsync(reader, Token);
        using HttpResponseMessage response = (await http.PostAsJsonAsync("answers", new { Text = text }, Token)).EnsureSuccessStatusCode();
        Assert.Equal("text/event-stream", response.Content.Headers.ContentType?.MediaType);
        return await SseParser.Create(await response.Content.ReadAsStreamAsync(Token)).EnumerateAsync(Token).ToListAsync(Token);
    }

    private static async Task<string?> DetailAsync(HttpResponseMessage response) =>
        (await response.Content.ReadFromJsonAsync<JsonElement>(Token)).GetProperty("detail").GetString();
}
