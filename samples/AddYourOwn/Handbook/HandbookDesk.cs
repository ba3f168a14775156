using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Navo.Integrations.Abstractions;

namespace Handbook;

/// <summary>How the handbook is asked: which address, which shape. Nothing here knows of caches, retries, secrets or other readers.</summary>
internal sealed partial class HandbookDesk(HttpClient http, IntegrationName name, TimeProvider time)
{
    public async Task<KnowledgeContent> ReadAsync(ContentId id, CancellationToken token)
    {
        Page page = await PageAsync(id, token).ConfigureAwait(false);
        ContentMetadata metadata = new()
        {
            Id = id,
            Source = name,
            Title = page.Title,
            Kind = ContentKind.Page,
            Status = ContentStatus.Current,
            Container = new("handbook"),
            Version = page.Version,
        };
        return new() { Metadata = metadata, Markdown = page.Text, PlainText = page.Text, SourceVersion = page.Version };
    }

    /// <summary>One page of hits; its continuation is the handbook's own cursor.</summary>
    public async Task<SearchPage> SearchAsync(string words, int limit, string? cursor, CancellationToken token)
    {
        string from = cursor is null ? string.Empty : $"&cursor={Uri.EscapeDataString(cursor)}";
        Found found = await GetAsync($"api/search?q={Uri.EscapeDataString(words)}&limit={limit}{from}", Wire.Default.Found, token).ConfigureAwait(false);
        return new()
        {
            Hits = [.. found.Results.Select(hit => new SearchHit { Id = new(hit.Id), Source = name, Title = hit.Title, Kind = ContentKind.Page })],
            Total = SearchTotal.Exact(found.Total),
            Continuation = found.Next,
        };
    }

    /// <summary>A page that names no readers leaves open who may see it, and unknown is no. One that is absent is denied, so that nobody can tell which it is.</summary>
    public async Task<PermissionDecision> DecideAsync(ContentId id, ContainerRef? _, AccessContext reader, CancellationToken token)
    {
        (PermissionOutcome outcome, PermissionReason reason) = await AskAsync(id, reader, token).ConfigureAwait(false);
        return new() { Outcome = outcome, Reason = reason, Item = id, Reader = reader, CheckedAt = time.GetUtcNow() };
    }

    public async Task<string> PingAsync(CancellationToken token) => (await GetAsync("api/status", Wire.Default.State, token).ConfigureAwait(false)).Status;

    private async Task<(PermissionOutcome Outcome, PermissionReason Reason)> AskAsync(ContentId id, AccessContext reader, CancellationToken token)
    {
        try
        {
            string[]? readers = (await PageAsync(id, token).ConfigureAwait(false)).Readers;
            bool isNamed = reader.User is { Scheme: "handbook" } user && readers?.Contains(user.Value, StringComparer.Ordinal) == true;
            return reader.IsService || isNamed ? (PermissionOutcome.Allow, PermissionReason.Granted)
                : readers is null ? (PermissionOutcome.Unknown, PermissionReason.CheckNotPermitted)
                : (PermissionOutcome.Deny, PermissionReason.ItemRestricted);
        }
        catch (NotFoundException)
        {
            return (PermissionOutcome.Deny, PermissionReason.NotFoundOrNotVisible);
        }
    }

    private Task<Page> PageAsync(ContentId id, CancellationToken token) => GetAsync($"api/pages/{Uri.EscapeDataString(id.Value)}", Wire.Default.Page, token);

    private async Task<T> GetAsync<T>(string path, JsonTypeInfo<T> shape, CancellationToken token) =>
        await http.GetFromJsonAsync(new Uri(path, UriKind.Relative), shape, token).ConfigureAwait(false)
            ?? throw new ProtocolException("The handbook answered with nothing.");

    internal sealed record Page(string Title, string Text, string Version, string[]? Readers);

    internal sealed record Hit(string Id, string Title);

    internal sealed record Found(Hit[] Results, long Total, string? Next);

    internal sealed record State(string Status);

    /// <summary>What the answers look like. What is missing in one is a failure, never an empty text.</summary>
    [JsonSourceGenerationOptions(JsonSerializerDefaults.Web, RespectNullableAnnotations = true, RespectRequiredConstructorParameters = true)]
    [JsonSerializable(typeof(Page))]
    [JsonSerializable(typeof(Found))]
    [JsonSerializable(typeof(State))]
    internal sealed partial class Wire : JsonSerializerContext;
}
