using System.Collections.Concurrent;
using Navo.Integrations.Testing.OpenAi.Model;

namespace Navo.Integrations.Testing.OpenAi;

/// <summary>The state that an <see cref="OpenAiSimulator"/> serves: models, keys, stores, limits, and what the calls so far used. Safe for concurrent use.</summary>
/// <param name="timeProvider">The clock by which things are dated; the system's if null.</param>
public sealed partial class OpenAiOrganization(TimeProvider? timeProvider = null)
{
    private readonly TimeProvider _time = timeProvider ?? TimeProvider.System;
    private readonly ConcurrentDictionary<string, OpenAiModel> _models = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, OpenAiVectorStore> _stores = new(StringComparer.Ordinal);
    private readonly ConcurrentQueue<OpenAiScriptedAnswer> _script = new();
    private readonly List<OpenAiApiKey> _keys = [];
    private int _made;

    /// <summary>The organization's id.</summary>
    public string OrganizationId { get; init; } = "org-northwindtidal";

    /// <summary>The id of the first project.</summary>
    public string ProjectId { get; init; } = "proj_northwindtidal";

    /// <summary>What is kept of the projects' data, in the vendor's words, for instance <c>zero_data_retention</c>: then nothing is stored, whatever is asked for.</summary>
    public string DataRetention { get; set; } = "organization_default";

    /// <summary>How many US dollars may be spent; null for no end.</summary>
    public decimal? QuotaDollars { get; set; }

    /// <summary>How many tokens may be used; null for no end.</summary>
    public long? QuotaTokens { get; set; }

    /// <summary>The limit of each model without one of its own; null for none, and then no header tells of it.</summary>
    public OpenAiRateLimit? RateLimit { get; set; }

    /// <summary>The limits of single models by their ids.</summary>
    public IDictionary<string, OpenAiRateLimit> RateLimits { get; } = new ConcurrentDictionary<string, OpenAiRateLimit>(StringComparer.Ordinal);

    /// <summary>The words that moderation takes for harmful, each with the category that it belongs to.</summary>
    public IDictionary<string, string> HarmfulWords { get; } = new ConcurrentDictionary<string, string>(StringComparer.OrdinalIgnoreCase)
    {
        ["kill"] = "violence",
        ["murder"] = "violence",
        ["bomb"] = "illicit/violent",
        ["suicide"] = "self-harm",
        ["idiot"] = "harassment",
    };

    /// <summary>The models, those that are shut down included.</summary>
    public IReadOnlyList<OpenAiModel> Models => [.. _models.Values.OrderBy(m => m.Id, StringComparer.Ordinal)];

    /// <summary>The vector stores.</summary>
    public IReadOnlyList<OpenAiVectorStore> VectorStores => [.. _stores.Values.OrderBy(s => s.Created).ThenBy(s => s.Id, StringComparer.Ordinal)];

    /// <summary>The keys that are valid, in the order in which they were made.</summary>
    public IReadOnlyList<OpenAiApiKey> Keys
    {
        get
        {
            lock (_keys)
            {
                return [.. _keys];
            }
        }
    }

    /// <summary>Adds a model, or replaces the one of the same id.</summary>
    /// <param name="model">The model.</param>
    public void Put(OpenAiModel model)
    {
        ArgumentNullException.ThrowIfNull(model);
        _models[model.Id] = model;
    }

    /// <summary>Makes a key. Several are valid at once.</summary>
    /// <param name="projectId">The project it is bound to; the first one if null.</param>
    /// <returns>The key.</returns>
    public OpenAiApiKey AddKey(string? projectId = null) => Add("sk-proj-", projectId ?? ProjectId);

    /// <summary>Makes an admin key.</summary>
    /// <returns>The key.</returns>
    public OpenAiApiKey AddAdminKey() => Add("sk-admin-", projectId: null);

    /// <summary>Ends a key.</summary>
    /// <param name="keyId">Its id.</param>
    /// <returns>Whether it was valid.</returns>
    public bool RevokeKey(string keyId)
    {
        lock (_keys)
        {
            return _keys.RemoveAll(k => k.Id == keyId) > 0;
        }
    }

    /// <summary>Makes a vector store without files, or gives the one of this id.</summary>
    /// <param name="id">Its id, for instance <c>vs_handbook</c>.</param>
    /// <param name="name">Its name; the id if null.</param>
    /// <returns>The store.</returns>
    public OpenAiVectorStore AddVectorStore(string id, string? name = null) => _stores.GetOrAdd(id, i => new(i, name ?? i, _time));

    /// <summary>Removes a vector store.</summary>
    /// <param name="id">Its id.</param>
    /// <returns>Whether it was there.</returns>
    public bool RemoveVectorStore(string id) => _stores.TryRemove(id, out _);

    /// <summary>Prescribes the answers of the next calls, one each; after them answers are built again.</summary>
    /// <param name="answers">The answers in their order.</param>
    public void Script(params IEnumerable<OpenAiScriptedAnswer> answers)
    {
        ArgumentNullException.ThrowIfNull(answers);
        foreach (OpenAiScriptedAnswer answer in answers)
        {
            _script.Enqueue(answer);
        }
    }

    internal OpenAiModel? Model(string id) => _models.GetValueOrDefault(id);

    internal OpenAiVectorStore? Store(string id) => _stores.GetValueOrDefault(id);

    internal OpenAiScriptedAnswer? NextScripted() => _script.TryDequeue(out OpenAiScriptedAnswer? answer) ? answer : null;

    private OpenAiApiKey Add(string prefix, string? projectId)
    {
        lock (_keys)
        {
            string seed = $"{OrganizationId} {prefix} {_made++}";
            OpenAiApiKey key = new(Ids.Make("key_", seed, 16), Ids.Make(prefix, $"secret {seed}", 40), projectId);
            _keys.Add(key);
            return key;
        }
    }
}
