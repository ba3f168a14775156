using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;
using Microsoft.Extensions.AI;
using Navo.Integrations.Core;
using Navo.Integrations.Core.Http;

namespace Navo.Integrations.EnterpriseGpt;

/// <summary>How to reach OpenAI and how to use it. Section <c>Navo:Integrations:EnterpriseGpt</c>; <c>openai</c> is accepted as its name too.</summary>
public sealed class EnterpriseGptOptions : IntegrationOptions
{
    private Func<CancellationToken, ValueTask<RequestCredential?>>? _credentials;
    private IChatClient? _chatClient;

    /// <summary>Makes options with the defaults: 30 seconds for a call, answers kept for an hour.</summary>
    public EnterpriseGptOptions()
    {
        Timeout = TimeSpan.FromSeconds(30);
        Cache.Response.Lifetime = TimeSpan.FromHours(1);
        Cache.Content.Lifetime = TimeSpan.FromHours(1);
        Cache.Metadata.Lifetime = TimeSpan.FromHours(1);
    }

    /// <summary>The key of the project or of a service account.</summary>
    [JsonIgnore]
    public string? ApiKey { get; set; }

    /// <summary>The key that takes over where <see cref="ApiKey"/> is refused, so that keys rotate with both valid for a while.</summary>
    [JsonIgnore]
    public string? SecondaryApiKey { get; set; }

    /// <summary>An administration key, for the organization's usage, costs and data retention; null to do without them.</summary>
    /// <remarks><see href="https://platform.openai.com/docs/api-reference/administration"/>.</remarks>
    [JsonIgnore]
    public string? AdminApiKey { get; set; }

    /// <summary>The organization whose quota is used; null for the key's own.</summary>
    public string? OrganizationId { get; set; }

    /// <summary>The project whose quota is used; null for the key's own.</summary>
    public string? ProjectId { get; set; }

    /// <summary>The address of the API with its version: another one for data residency, for a compatible server or for tests.</summary>
    [Required]
    public Uri BaseUrl { get; set; } = new("https://api.openai.com/v1/");

    /// <summary>Over which API answers are asked for.</summary>
    public EnterpriseGptApi Api { get; set; }

    /// <summary>The model. <c>gpt-4o</c> by default, which leaves the API on 14 January 2027; then <see cref="FallbackModels"/> take over.</summary>
    /// <remarks><see href="https://platform.openai.com/docs/deprecations"/>.</remarks>
    [Required]
    public string Model { get; set; } = "gpt-4o";

    /// <summary>Models that take over, in this order, when the API says that the one before is gone or its shutdown date has passed. By default the replacement that OpenAI names.</summary>
    public IList<string> FallbackModels { get; set; } = ["gpt-6-luna"];

    /// <summary>The longest visible answer in tokens, 1 to 1,000,000; 4,000 by default. Hidden tokens of reasoning models come on top: see <see cref="ReasoningTokens"/>.</summary>
    [Range(1, 1_000_000)]
    public int MaxTokens { get; set; } = 4000;

    /// <summary>What a reasoning model may think beside the visible answer, in tokens, 0 to 1,000,000; 16,000 by default. Not sent to other models.</summary>
    [Range(0, 1_000_000)]
    public int ReasoningTokens { get; set; } = 16_000;

    /// <summary>How hard a reasoning model thinks: <c>none</c>, <c>minimal</c>, <c>low</c>, <c>medium</c>, <c>high</c>, <c>xhigh</c> or <c>max</c>, as far as the model has them; null for the model's own default.</summary>
    public string? ReasoningEffort { get; set; }

    /// <summary>How much chance there is in an answer, 0 to 2; 0.1 by default. Sent to models that take it only.</summary>
    [Range(0.0, 2.0)]
    public double Temperature { get; set; } = 0.1;

    /// <summary>How many tokens of sources a prompt holds at most, 0 to 1,000,000; 16,000 by default. What does not fit is reported.</summary>
    [Range(0, 1_000_000)]
    public int ContextTokens { get; set; } = 16_000;

    /// <summary>The longest silence within a streamed answer. 30 seconds by default.</summary>
    public TimeSpan StreamIdleTimeout { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>The longest that a streamed answer may take as a whole. Ten minutes by default.</summary>
    public TimeSpan StreamTimeout { get; set; } = TimeSpan.FromMinutes(10);

    /// <summary>What OpenAI's moderation looks at. Nothing by default.</summary>
    public EnterpriseGptModeration Moderation { get; set; }

    /// <summary>The model of moderation.</summary>
    [Required]
    public string ModerationModel { get; set; } = "omni-moderation-latest";

    /// <summary>The ids of the vector stores that are searched and read; the integration finds nothing where there are none.</summary>
    public IList<string> VectorStores { get; set; } = [];

    /// <summary>The ids of vector stores of <see cref="VectorStores"/> that every reader may see whole. A file of another one is visible where its origin says so.</summary>
    public IList<string> OpenVectorStores { get; set; } = [];

    /// <summary>Hits on a page of search results where the query says nothing, 1 to 50.</summary>
    [Range(1, 50)]
    public int MaxResults { get; set; } = 20;

    /// <summary>The score that a passage of a vector store must reach to be a hit, 0 to 1; 0 by default, which takes all. A store ranks every passage, also those that have nothing to do with the query.</summary>
    /// <remarks><see href="https://platform.openai.com/docs/api-reference/vector-stores/search"/>: <c>ranking_options.score_threshold</c>.</remarks>
    [Range(0.0, 1.0)]
    public double MinimumScore { get; set; }

    /// <summary>How long before its shutdown health warns of a model's end. 90 days by default.</summary>
    public TimeSpan ShutdownWarning { get; set; } = TimeSpan.FromDays(90);

    /// <summary>A JSON file with prices, in place of the one that comes with the package; null for that.</summary>
    public string? PricesFile { get; set; }

    /// <summary>What may be spent.</summary>
    public EnterpriseGptBudgetOptions Budgets { get; set; } = new();

    /// <summary>Takes the key from a callback, for example a secret store; asked again after a 401 and on <c>RefreshCredentialsAsync</c>.</summary>
    /// <param name="credentials">Gives the credential now in force.</param>
    public void UseCredentials(Func<CancellationToken, ValueTask<RequestCredential?>> credentials)
    {
        ArgumentNullException.ThrowIfNull(credentials);
        _credentials = credentials;
    }

    /// <summary>Asks another model for answers, for example Azure OpenAI or a local one, in place of OpenAI's. Vector stores and usage of the organization stay with OpenAI.</summary>
    /// <param name="chatClient">The model; its owner disposes of it.</param>
    public void UseChatClient(IChatClient chatClient)
    {
        ArgumentNullException.ThrowIfNull(chatClient);
        _chatClient = chatClient;
    }

    internal Func<CancellationToken, ValueTask<RequestCredential?>>? GetCredentials() => _credentials;

    internal IChatClient? GetChatClient() => _chatClient;
}
