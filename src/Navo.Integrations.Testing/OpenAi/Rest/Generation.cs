using System.Runtime.CompilerServices;
using Navo.Integrations.Testing.OpenAi.Http;
using Navo.Integrations.Testing.OpenAi.Model;

namespace Navo.Integrations.Testing.OpenAi.Rest;

/// <summary>One answer while it is generated, token by token. What was generated is billed, also when the caller leaves.</summary>
internal sealed class Generation
{
    private readonly OpenAiCall _call;
    private readonly GenerationOrder _order;
    private readonly GenerationPlan _plan;

    private Generation(OpenAiCall call, GenerationOrder order, GenerationPlan plan, int inputTokens, int cachedTokens) =>
        (_call, _order, _plan, InputTokens, CachedTokens) = (call, order, plan, inputTokens, cachedTokens);

    public GenerationOrder Order => _order;

    public int InputTokens { get; }

    public int CachedTokens { get; }

    public int OutputTokens { get; private set; }

    public int ReasoningTokens => _plan.ReasoningTokens;

    public bool IsRefusal => _plan.IsRefusal;

    /// <summary>Why the answer ends before its end; null if it doesn't.</summary>
    public string? IncompleteReason => _plan.IncompleteReason;

    /// <summary>Whether thoughts left no room for any text.</summary>
    public bool IsSilent => _plan.Tokens.Count == 0 && IncompleteReason is not null;

    /// <summary>Refuses the call where the quota, the context window or a limit refuse it, and otherwise begins.</summary>
    public static Generation Begin(OpenAiCall call, GenerationOrder order)
    {
        if (call.Organization.IsUsedUp)
        {
            throw OpenAiError.QuotaUsedUp();
        }

        List<string> prompt = [.. order.Messages.SelectMany(m => Enumerable.Repeat($"<{m.Role}>", Tokens.PerMessage).Concat(Tokens.Split(m.Text)))];
        int input = prompt.Count + (order.Format.Schema is { } schema ? Tokens.Count(schema.ToJsonString()) : 0);
        if (input > order.Model.ContextWindow)
        {
            throw order.IsChat ? OpenAiError.ContextLength(order.Model.ContextWindow, input) : OpenAiError.ContextWindow();
        }

        RateLimiter.Take(call, order.Model, input + (order.MaxOutput ?? 0));
        string scope = $"{order.Model.Id} {order.CacheKey} {call.Key.ProjectId}";
        int cached = call.Organization.Cache.Use(scope, prompt, call.Server.Time.GetUtcNow(), order.CacheRest);
        return new(call, order, GenerationPlan.Of(order, call.Organization.NextScripted()), input, cached);
    }

    /// <summary>Thinks, and then gives the text piece by piece.</summary>
    public async IAsyncEnumerable<string> RunAsync([EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        bool isWhole = false;
        try
        {
            for (int i = 0; i < _plan.ReasoningTokens; i++)
            {
                await SpendAsync(cancellationToken).ConfigureAwait(false);
            }

            foreach (string token in _plan.Tokens)
            {
                await SpendAsync(cancellationToken).ConfigureAwait(false);
                yield return token;
            }

            isWhole = true;
        }
        finally
        {
            Bill(!isWhole);
        }
    }

    /// <summary>Generates all of the text.</summary>
    public async Task<string> RunToEndAsync(CancellationToken cancellationToken)
    {
        System.Text.StringBuilder text = new();
        await foreach (string token in RunAsync(cancellationToken).ConfigureAwait(false))
        {
            text.Append(token);
        }

        return text.ToString();
    }

    private async Task SpendAsync(CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (_call.Server.TimePerToken > TimeSpan.Zero)
        {
            await Task.Delay(_call.Server.TimePerToken, _call.Server.Time, cancellationToken).ConfigureAwait(false);
        }

        OutputTokens++;
    }

    private void Bill(bool isCancelled) => _call.Organization.Record(
        new(_call.Server.Time.GetUtcNow(), _order.IsChat ? "chat/completions" : "responses", _order.Model.Id, _call.Key)
        {
            InputTokens = InputTokens,
            CachedTokens = CachedTokens,
            OutputTokens = OutputTokens,
            ReasoningTokens = Math.Min(OutputTokens, ReasoningTokens),
            IsCancelled = isCancelled,
        });
}
