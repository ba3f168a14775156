using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using System.Security.Claims;
using Microsoft.Extensions.Options;
using Navo.Integrations.Abstractions;
using Navo.Integrations.EnterpriseGpt;

namespace KnowledgeService;

/// <summary>Search, answers and the texts that they rest on, each for the reader who is signed in. Questions come in bodies: an address ends up in logs.</summary>
internal static class KnowledgeEndpoints
{
    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapPost("/search", SearchAsync);
        app.MapPost("/answers", (Question question, IKnowledgeAssistant assistant, ClaimsPrincipal user, ILogger<KnowledgeQuestion> log, CancellationToken token) =>
            TypedResults.ServerSentEvents(StreamAsync(assistant.StreamAsync(new(question.Text), SignIn.ReaderOf(user), token), log, token)));
        app.MapGet("/content", ReadAsync);
    }

    private static async Task<object> SearchAsync(Question question, IFederatedSearch search, IOptions<KnowledgeAssistantOptions> patience, ClaimsPrincipal user, CancellationToken token)
    {
        FederatedPage page = (await search.SearchAsync(new(question.Text) { Limit = 10, Deadline = patience.Value.SearchTimeout }, SignIn.ReaderOf(user), token)).ForReader();
        return new
        {
            Hits = page.Hits.Select(hit => new { Source = $"{hit.Hit.Source}", Id = hit.Hit.Id.Value, hit.Hit.Title, hit.Hit.Excerpt, Address = hit.Hit.WebAddress }),
            Missing = page.Reports.Where(report => !report.IsComplete).Select(report => $"{report.Source}"),
        };
    }

    private static async Task<object> ReadAsync(string source, string id, IIntegrationCatalog catalog, ClaimsPrincipal user, CancellationToken token)
    {
        IIntegration integration = catalog.FirstOrDefault(one => $"{one.Name}" == source) ?? throw new NotFoundException("There is no such source.");
        KnowledgeContent content = await integration.GetContentAsync(new(id), SignIn.ReaderOf(user), token);
        return new { content.Metadata.Title, Source = source, Version = content.SourceVersion, Text = content.PlainText, Address = content.Metadata.WebAddress };
    }

    /// <summary>The text as it comes, then the whole answer with its citations. A failure is an event of its own, for the status has been sent by then.</summary>
    private static async IAsyncEnumerable<SseItem<object>> StreamAsync(IAsyncEnumerable<AnswerUpdate> updates, ILogger log, [EnumeratorCancellation] CancellationToken token)
    {
        await using IAsyncEnumerator<AnswerUpdate> update = updates.GetAsyncEnumerator(token);
        while (true)
        {
            SseItem<object>? failure = null;
            try
            {
                if (!await update.MoveNextAsync())
                {
                    yield break;
                }
            }
            catch (IntegrationException failed)
            {
                log.LogWarning("An answer failed: {Failure} of {Integration}", failed.GetType().Name, failed.Integration);
                failure = new(new { Message = FailureAnswers.TextOf(failed) }, "failure");
            }

            yield return failure ?? (update.Current.Answer is { } answer ? new SseItem<object>(Shown(answer), "answer") : new SseItem<object>(new { update.Current.Text }, "text"));
            if (failure is not null)
            {
                yield break;
            }
        }
    }

    private static object Shown(KnowledgeAnswer answer) => new
    {
        answer.Text,
        Outcome = $"{answer.Outcome}",
        answer.IsComplete,
        Notices = answer.Notices.Select(notice => notice.Message),
        Citations = answer.Citations.Select(citation => new
        {
            citation.Number,
            Source = $"{citation.Source}",
            Id = citation.Id.Value,
            citation.Title,
            citation.Version,
            citation.Address,
            Quote = citation.Quotes[0].Text,
        }),
    };

    internal sealed record Question(string Text);
}
