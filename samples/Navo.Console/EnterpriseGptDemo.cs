using System.Globalization;
using System.Text.Json.Nodes;
using Navo.Integrations.Abstractions;
using Navo.Integrations.EnterpriseGpt;
using Navo.Integrations.Testing.OpenAi;

namespace Navo.Console;

/// <summary>The part of the demo that Enterprise GPT has: one question for two readers, each answered from what that reader's own search found; health; a summary.</summary>
internal sealed class EnterpriseGptDemo
{
    private const string Words = "review";
    private const string Question = "Which promotions are planned for the second quarter?";

    private readonly List<(string Name, GeneratedResponse Answer, int Parts)> _answers = [];

    private ContentSummary? _summary;
    private string _summarized = string.Empty;
    private GeneratedResponse? _again;
    private IntegrationHealth? _health;

    public static Dictionary<string, string?> Settings(OpenAiSimulator simulator) => new()
    {
        ["Navo:Integrations:EnterpriseGpt:BaseUrl"] = simulator.BaseUrl.AbsoluteUri,
        ["Navo:Integrations:EnterpriseGpt:ApiKey"] = simulator.ApiKey,
        ["Navo:Integrations:EnterpriseGpt:AdminApiKey"] = simulator.AdminApiKey,
        ["Navo:Integrations:EnterpriseGpt:OrganizationId"] = simulator.OrganizationId,
        ["Navo:Integrations:EnterpriseGpt:ProjectId"] = simulator.ProjectId,
    };

    public static async Task<EnterpriseGptDemo> RunAsync(IEnterpriseGptClient gpt, IIntegration knowledge, IEnumerable<(string Name, AccessContext Reader)> readers, CancellationToken token)
    {
        EnterpriseGptDemo demo = new();
        foreach ((string name, AccessContext reader) in readers)
        {
            GenerateRequest request = new(Question) { Sources = await FindAsync(knowledge, reader, token) };
            int parts = 0;
            await foreach (ResponseUpdate update in gpt.StreamResponseAsync(request, reader, token))
            {
                parts += update.Text.Length > 0 ? 1 : 0;
                if (update.Response is { } answer)
                {
                    demo._answers.Add((name, answer, parts));
                }
            }

            demo._again ??= await gpt.GenerateResponseAsync(request, reader, token);
        }

        SearchPage guides = await knowledge.SearchAsync(new("deployment process") { Limit = 1 }, readers.First().Reader, token);
        KnowledgeContent guide = await knowledge.GetContentAsync(guides.Hits[0].Id, readers.First().Reader, token);
        demo._summarized = guide.Metadata.Title;
        demo._summary = await gpt.SummarizeContentAsync(SummaryRequest.ForContent(guide) with { Length = SummaryLength.Short }, readers.First().Reader, token);
        demo._health = await gpt.CheckHealthAsync(token);
        return demo;
    }

    public JsonObject ToJson() => new()
    {
        ["question"] = Question,
        ["answers"] = new JsonObject([.. _answers.Select(a => KeyValuePair.Create<string, JsonNode?>(a.Name, EnterpriseGptReports.Of(a.Answer)))]),
        ["asked_again"] = EnterpriseGptReports.Of(_again!),
        ["summary"] = EnterpriseGptReports.Of(_summary!),
        ["health"] = JsonReports.Of(_health!),
    };

    public void Write(TextReport report)
    {
        foreach ((string name, GeneratedResponse answer, int parts) in _answers)
        {
            report.Heading($"Enterprise GPT: \"{Question}\" as {name}, from what {name} finds for \"{Words}\"");
            report.Lines(answer.Text);
            report.Line(string.Create(CultureInfo.InvariantCulture, $"streamed in {parts} parts"));
            EnterpriseGptReports.Lines(answer).ForEach(report.Line);
        }

        report.Line($"Asked again by {_answers[0].Name}: {(EnterpriseGptReports.IsKept(_again!) ? "out of the cache, nothing was paid" : "asked anew")}.");
        report.Heading($"Enterprise GPT: summary of {_summarized}");
        report.Lines(_summary!.Text);
        report.Line(EnterpriseGptReports.Coverage(_summary));
        report.Heading("Enterprise GPT: health");
        report.Health(_health!);
    }

    /// <summary>What the reader may see is found and read as the reader: nothing else can get into the prompt.</summary>
    private static async Task<IReadOnlyList<GroundingSource>> FindAsync(IIntegration knowledge, AccessContext reader, CancellationToken token)
    {
        SearchPage page = await knowledge.SearchAsync(new(Words) { Limit = 4 }, reader, token);
        List<GroundingSource> sources = [];
        foreach (SearchHit hit in page.Hits)
        {
            KnowledgeContent content = await knowledge.GetContentAsync(hit.Id, reader, token);
            sources.Add(new() { Source = knowledge.Name, Id = hit.Id, Version = content.SourceVersion, Title = content.Metadata.Title, Text = content.Markdown });
        }

        return sources;
    }
}
