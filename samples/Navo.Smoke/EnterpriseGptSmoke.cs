using Navo.Integrations.Abstractions;
using Navo.Integrations.EnterpriseGpt;

namespace Navo.Smoke;

/// <summary>An answer, a stream and an analysis without the model, in native code. Sources are counted in tokens on the way.</summary>
internal static class EnterpriseGptSmoke
{
    public static async Task<bool> RunAsync(IEnterpriseGptClient gpt, AccessContext reader, KnowledgeContent content, CancellationToken cancellationToken)
    {
        GroundingSource source = new() { Source = content.Metadata.Source, Id = content.Metadata.Id, Version = content.SourceVersion, Title = content.Metadata.Title, Text = content.Markdown };
        GenerateRequest request = new("Does it run?") { Sources = [source], AllowCache = false };
        GeneratedResponse answer = await gpt.GenerateResponseAsync(request, reader, cancellationToken);
        string streamed = string.Empty;
        await foreach (ResponseUpdate update in gpt.StreamResponseAsync(request, reader, cancellationToken))
        {
            streamed += update.Text;
        }

        QueryAnalysis analysis = await gpt.AnalyzeQueryAsync(new("How do I rotate keys in Confluence?") { SkipModel = true }, reader, cancellationToken);
        Console.WriteLine($"{answer.Model}: {answer.Text} ({answer.Sources[0].TokensTotal} tokens of sources, {answer.Cost} USD); streamed: {streamed}; analyzed: {analysis.Intent}");
        return answer is { IsComplete: true, Cost: > 0 } && answer.Sources[0] is { IsWhole: true, TokensTotal: > 0 } && streamed == answer.Text && analysis.Intent == QueryIntent.HowTo;
    }
}
