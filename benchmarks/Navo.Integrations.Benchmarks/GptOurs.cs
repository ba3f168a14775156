using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Navo.Integrations.Abstractions;
using Navo.Integrations.EnterpriseGpt;

namespace Navo.Integrations.Benchmarks;

/// <summary>The whole stack on one API of the vendor: the waist with its audit record, prices and usage, the prompt measured, limits observed.</summary>
internal sealed class GptOurs(Uri address, EnterpriseGptApi api) : IAsyncDisposable
{
    private static readonly AccessContext Reader = AccessContext.ForUser(new("entra", "11111111-1111-1111-1111-111111111111"));
    private static readonly GenerateRequest Fresh = new(GptQuestion.Input) { Instructions = GptQuestion.Instructions, AllowCache = false };
    private static readonly GenerateRequest Kept = Fresh with { AllowCache = true };

    private readonly ServiceProvider _services = Create(address, api);
    private int _question;

    private IEnterpriseGptClient Client => field ??= _services.GetRequiredService<IEnterpriseGptClient>();

    public Task AnswerAsync() => AnswerAsync(Fresh);

    public Task KeptAsync() => AnswerAsync(Kept);

    public async Task StreamAsync()
    {
        StringBuilder text = new();
        GeneratedResponse? whole = null;
        await foreach (ResponseUpdate update in Client.StreamResponseAsync(Fresh, Reader))
        {
            text.Append(update.Text);
            whole = update.Response;
        }

        GptCheck.Answer(text.ToString(), whole?.Usage.Input, whole?.Usage.Output);
    }

    /// <summary>Fixed rules, never out of the cache: the time that the question counts from is another one each time.</summary>
    public async Task AnalyzeAsync()
    {
        string question = GptQuestion.Analyzed[_question++ % GptQuestion.Analyzed.Length];
        QueryAnalysis analysis = await Client.AnalyzeQueryAsync(new(question) { SkipModel = true, Now = DateTimeOffset.UnixEpoch.AddMinutes(_question) }, Reader);
        if (analysis.RewrittenQueries.Count == 0)
        {
            throw new InvalidOperationException($"Nothing came of '{question}'.");
        }
    }

    public ValueTask DisposeAsync() => _services.DisposeAsync();

    private static ServiceProvider Create(Uri address, EnterpriseGptApi api)
    {
        ServiceCollection services = new();
        services.AddNavoIntegrations().AddEnterpriseGpt(options =>
        {
            options.BaseUrl = new(address, "v1/");
            options.ApiKey = "benchmark";
            options.Model = GptQuestion.Model;
            options.MaxTokens = GptQuestion.MaxTokens;
            options.Temperature = GptQuestion.Temperature;
            options.Api = api;
        });
        return services.BuildServiceProvider();
    }

    private async Task AnswerAsync(GenerateRequest request)
    {
        GeneratedResponse answer = await Client.GenerateResponseAsync(request, Reader);
        GptCheck.Answer(answer.Text, answer.Usage.Input, answer.Usage.Output);
    }
}
