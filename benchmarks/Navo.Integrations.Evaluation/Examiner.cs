using System.Text.Json;
using Navo.Integrations.Abstractions;
using Navo.Integrations.EnterpriseGpt;
using Navo.Integrations.Testing.OpenAi;

namespace Navo.Integrations.Evaluation;

/// <summary>Asks each question as its reader and holds the answer against the label and the simulators' truth.</summary>
/// <param name="company">The company.</param>
public sealed class Examiner(Company company)
{
    private const int Places = 10;

    /// <summary>Asks questions one after another: what the model was sent belongs to the question that was just asked.</summary>
    /// <param name="questions">The questions.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>What came of each.</returns>
    public async Task<IReadOnlyList<AskedQuestion>> AskAsync(IEnumerable<LabelledQuestion> questions, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(questions);
        List<AskedQuestion> asked = [];
        foreach (LabelledQuestion question in questions)
        {
            asked.Add(await AskAsync(question, cancellationToken));
        }

        return asked;
    }

    private async Task<AskedQuestion> AskAsync(LabelledQuestion question, CancellationToken cancellationToken)
    {
        company.OpenAi.ClearRequests();
        if (question.Rewritten is { } rewritten)
        {
            company.OpenAi.Organization.Script(OpenAiScriptedAnswer.Say(rewritten));
        }

        CompanyReader reader = company.Readers[question.Reader];
        KnowledgeAnswer answer = await company.Assistant.AskAsync(new(question.Text) { History = [.. question.History.Select(Turn)], AllowCache = false }, reader.Access, cancellationToken);
        string[] found = [.. answer.Hits.Take(Places).Select(hit => company.Truth.NameOf(hit.Source, hit.Id))];
        bool[] right = [.. answer.Citations.SelectMany(citation => citation.Quotes.Select(_ => question.Items.Any(item => IsNamed(item, company.Truth.NameOf(citation.Source, citation.Id)))))];
        return new(question, answer)
        {
            Recall = question.Items.Count == 0 ? 0 : question.Items.Count(item => found.Any(name => IsNamed(item, name))) / (double)question.Items.Count,
            Quotes = right.Length,
            RightQuotes = right.Count(isRight => isRight),
            HoldsPhrase = question.Phrase is { } phrase && answer.Text.Contains(phrase, StringComparison.OrdinalIgnoreCase),
            Leaks = [.. Leaks(reader, answer).Distinct()],
        };
    }

    private IEnumerable<string> Leaks(CompanyReader reader, KnowledgeAnswer answer)
    {
        IEnumerable<(IntegrationName Source, ContentId Id)> shown =
        [
            .. answer.Passages.Select(passage => (passage.Source, passage.Id)), .. answer.Citations.Select(citation => (citation.Source, citation.Id)), .. answer.Hits.Select(hit => (hit.Source, hit.Id)),
        ];
        string words = string.Join('\n', [answer.Text, .. answer.Citations.SelectMany(citation => citation.Quotes.Select(quote => quote.Text)), .. company.OpenAi.Requests.Select(request => Words(request.Body))]);
        return shown.Where(item => !company.Truth.MayRead(reader, item.Source, item.Id)).Select(item => company.Truth.NameOf(item.Source, item.Id)).Concat(company.Truth.SecretsIn(reader, words));
    }

    /// <summary>All texts of a request's body, without the escapes of JSON.</summary>
    private static string Words(string body)
    {
        if (body.Length == 0)
        {
            return string.Empty;
        }

        using JsonDocument document = JsonDocument.Parse(body);
        return string.Join('\n', Texts(document.RootElement));
    }

    private static IEnumerable<string> Texts(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.String => [element.GetString()!],
        JsonValueKind.Array => element.EnumerateArray().SelectMany(Texts),
        JsonValueKind.Object => element.EnumerateObject().SelectMany(member => Texts(member.Value)),
        _ => [],
    };

    private static bool IsNamed(string item, string name) => item.EndsWith('*') ? name.StartsWith(item[..^1], StringComparison.Ordinal) : name == item;

    private static ConversationTurn Turn(ExpectedTurn turn) => new(turn.Role == "user" ? ConversationRole.User : ConversationRole.Assistant, turn.Text);
}
