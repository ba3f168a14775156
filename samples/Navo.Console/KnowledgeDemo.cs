using System.Text.Json.Nodes;
using Navo.Integrations.Abstractions;
using Navo.Integrations.EnterpriseGpt;

namespace Navo.Console;

/// <summary>The end of the demo: one question over all sources, asked by two readers.</summary>
internal sealed class KnowledgeDemo
{
    public const string Question = "What happens to invoices after a retry of the nightly run?";

    private readonly List<(string Name, KnowledgeAnswer Answer)> _answers = [];

    public static async Task<KnowledgeDemo> RunAsync(IKnowledgeAssistant assistant, IEnumerable<(string Name, AccessContext Reader)> readers, CancellationToken token)
    {
        KnowledgeDemo demo = new();
        foreach ((string name, AccessContext reader) in readers)
        {
            demo._answers.Add((name, await assistant.AskAsync(new(Question), reader, token)));
        }

        return demo;
    }

    public JsonObject ToJson() => new([.. _answers.Select(a => KeyValuePair.Create<string, JsonNode?>(a.Name, KnowledgeReports.Of(a.Answer)))]);

    public void Write(TextReport report)
    {
        foreach ((string name, KnowledgeAnswer answer) in _answers)
        {
            report.Heading($"All sources: \"{Question}\" as {name}");
            report.Lines(answer.Text);
            KnowledgeReports.WriteCitations(report, answer);
        }
    }
}
