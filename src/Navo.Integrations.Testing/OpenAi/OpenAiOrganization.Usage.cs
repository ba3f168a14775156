using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using Navo.Integrations.Testing.OpenAi.Model;

namespace Navo.Integrations.Testing.OpenAi;

/// <content>What the calls so far used and left behind.</content>
public sealed partial class OpenAiOrganization
{
    private readonly ConcurrentQueue<OpenAiUsage> _usage = new();
    private readonly ConcurrentDictionary<string, StoredResponse> _stored = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, OpenAiFile> _files = new(StringComparer.Ordinal);

    /// <summary>What the calls so far used, in the order in which they ended. A call that was refused used nothing.</summary>
    public IReadOnlyList<OpenAiUsage> Usage => [.. _usage];

    /// <summary>How many responses and chat completions are kept: those that were not called with <c>store: false</c>, which chat has by default.</summary>
    public int StoredResponses => _stored.Count;

    /// <summary>The files that were uploaded, apart from those added to a store directly.</summary>
    public IReadOnlyList<OpenAiFile> Files => [.. _files.Values.OrderBy(f => f.Created).ThenBy(f => f.Id, StringComparer.Ordinal)];

    /// <summary>How many US dollars the calls so far cost.</summary>
    public decimal SpentDollars => _usage.Sum(u => u.Cost);

    /// <summary>How many tokens the calls so far used.</summary>
    public long SpentTokens => _usage.Sum(u => (long)u.InputTokens + u.OutputTokens);

    internal PromptCache Cache { get; } = new();

    internal RateBuckets Buckets { get; } = new();

    internal bool IsUsedUp => SpentDollars >= QuotaDollars || SpentTokens >= QuotaTokens;

    internal OpenAiRateLimit? LimitOf(string model) => RateLimits.TryGetValue(model, out OpenAiRateLimit? own) ? own : RateLimit;

    internal void Record(OpenAiUsage usage)
    {
        OpenAiModel? model = Model(usage.Model);
        decimal cost = model is null ? 0
            : ((model.InputPrice * (usage.InputTokens - usage.CachedTokens)) + (model.CachedPrice * usage.CachedTokens) + (model.OutputPrice * usage.OutputTokens)) / 1_000_000m;
        _usage.Enqueue(usage with { Cost = cost });
    }

    internal void Keep(string id, JsonObject response, IReadOnlyList<PromptMessage> messages)
    {
        if (!DataRetention.Contains("zero", StringComparison.Ordinal))
        {
            _stored[id] = new((JsonObject)response.DeepClone(), messages);
        }
    }

    internal StoredResponse? Stored(string id) => _stored.GetValueOrDefault(id);

    internal bool Forget(string id) => _stored.TryRemove(id, out _);

    internal void Keep(OpenAiFile file) => _files[file.Id] = file;

    internal OpenAiFile? File(string id) => _files.GetValueOrDefault(id) ?? VectorStores.SelectMany(s => s.Files).FirstOrDefault(f => f.Id == id);

    internal bool RemoveFile(string id) => _files.TryRemove(id, out _);
}
