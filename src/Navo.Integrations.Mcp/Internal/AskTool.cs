using System.Globalization;
using System.Text;
using Navo.Integrations.Abstractions;
using Navo.Integrations.Mcp.Internal.Arguments;
using Navo.Integrations.Mcp.Internal.Results;

namespace Navo.Integrations.Mcp.Internal;

/// <summary>An answer with checked citations. Asking again costs again where a model is asked.</summary>
internal sealed class AskTool(IQuestionAnswerer answerer, IServiceProvider services) : NavoTool<AskArguments, AskResult>(services, ToolCard.Create(
    "ask",
    "Ask the company's knowledge",
    "Answers a question from items that the caller may see, with numbered citations that were held against their sources. Where nothing supports an answer it says so.",
    isFree: false))
{
    protected override async Task<ToolAnswer<AskResult>> AnswerAsync(AskArguments arguments, AccessContext reader, CancellationToken cancellationToken)
    {
        CitedAnswer answer = await answerer.AnswerAsync(arguments.Question, reader, cancellationToken).ConfigureAwait(false);
        AskResult result = new()
        {
            Text = answer.Text,
            IsKnown = answer.IsKnown,
            IsComplete = answer.IsComplete,
            Citations = [.. answer.Sources.Select(CitationResult.Of)],
            Notices = answer.Notices,
        };
        return new(result, Text(result));
    }

    private static string Text(AskResult result)
    {
        StringBuilder text = new(result.Text);
        text.Append(result.IsComplete ? string.Empty : "\n\nThe answer was cut.");
        text.Append(result.Citations.Count > 0 ? $"\n\n{DataNotice.Text}" : string.Empty);
        foreach (CitationResult citation in result.Citations)
        {
            string[] parts = [citation.Title, citation.Location ?? string.Empty, citation.Address ?? string.Empty];
            text.Append(CultureInfo.InvariantCulture, $"\n[{citation.Number}] {string.Join(", ", parts.Where(static part => part.Length > 0))} (source {citation.Source}, id {citation.Id})");
        }

        return text.Append(string.Concat(result.Notices.Select(static notice => $"\nNote: {notice}"))).ToString();
    }
}
