using System.Collections.Concurrent;
using Microsoft.Extensions.DependencyInjection;
using Navo.Integrations.Abstractions;
using Navo.Integrations.EnterpriseGpt;
using Navo.Integrations.Testing.Confluence.Model;

namespace Navo.Integrations.Evaluation.Tests.Soak;

/// <summary>The calls that readers make, each held against what the simulators say that the reader may see and against what the same call answered in calm weather.</summary>
internal sealed class SoakCalls(Company company)
{
    private static readonly string[] Words = ["review", "deployment process", "invoices", "on-call", "salary", "roadmap", "incident", "Kantine", "plan", "guide"];
    private static readonly string[] Questions = ["What happens to invoices after a retry of the nightly run?", "Which promotions are planned for the second quarter?", "Who is on call at night?"];
    private static readonly string[] Sources = ["confluence", "sharepoint"];

    private readonly ConcurrentDictionary<string, string> _calm = new(StringComparer.Ordinal);

    private readonly IIntegrationCatalog _catalog = company.Services.GetRequiredService<IIntegrationCatalog>();
    private readonly IFederatedSearch _federation = company.Services.GetRequiredService<IFederatedSearch>();
    private readonly CompanyReader[] _readers = [.. company.Readers.Values.OrderBy(static reader => reader.Name, StringComparer.Ordinal)];
    private readonly (string Source, ContentId Id)[] _items =
    [
        .. company.Confluence.Site.State.Contents.Values.Where(static page => page is { Status: "current", Type: SimulatedContentType.Page }).OrderBy(static page => page.Id).Take(40)
            .Select(static page => ("confluence", new ContentId(page.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)))),
        .. company.Graph.Tenant.Items.Values.Where(static item => item is { IsFolder: false, IsDeleted: false }).OrderBy(static item => item.Id, StringComparer.Ordinal).Take(40)
            .Select(static item => ("sharepoint", new ContentId($"drives/{item.DriveId}/items/{item.Id}"))),
    ];

    public ConcurrentDictionary<string, int> Outcomes { get; } = new(StringComparer.Ordinal);

    public ConcurrentQueue<string> Broken { get; } = new();

    /// <summary>What is remembered of calm weather.</summary>
    public int Remembered => _calm.Count;

    /// <summary>A call drawn at random: its name, and what makes it.</summary>
    public (string Name, Func<CancellationToken, Task> Run) Draw(Random random)
    {
        CompanyReader reader = _readers[random.Next(_readers.Length)];
        string source = Sources[random.Next(Sources.Length)], words = Words[random.Next(Words.Length)], question = Questions[random.Next(Questions.Length)];
        (string at, ContentId id) = _items[random.Next(_items.Length)];
        return random.Next(20) switch
        {
            < 6 => ($"search {source} {words} {reader.Name}", token => SearchAsync(source, words, reader, token)),
            < 9 => ($"federated {words} {reader.Name}", token => FederateAsync(words, reader, token)),
            < 13 => ($"content {at} {id} {reader.Name}", token => ReadAsync(at, id, reader, token)),
            < 16 => ($"permission {at} {id} {reader.Name}", token => DecideAsync(at, id, reader, token)),
            < 17 => ($"metadata {at} {id} {reader.Name}", token => DescribeAsync(at, id, reader, token)),
            < 19 => ($"ask {question} {reader.Name}", token => AskAsync(question, reader, token)),
            _ => ($"health {source}", token => _catalog[source].CheckHealthAsync(token)),
        };
    }

    /// <summary>Every search of every reader: what the hour is held against.</summary>
    public async Task SearchEverythingAsync(CancellationToken token)
    {
        foreach (CompanyReader reader in _readers)
        {
            foreach (string words in Words)
            {
                await Task.WhenAll(Sources.Select(source => SearchAsync(source, words, reader, token)));
            }
        }
    }

    private async Task SearchAsync(string source, string words, CompanyReader reader, CancellationToken token)
    {
        SearchPage page = await _catalog[source].SearchAsync(new(words) { Limit = 50 }, reader.Access, token);
        Require(page.Hits.All(hit => company.Truth.MayRead(reader, new(source), hit.Id)), $"search {source} {words} {reader.Name} leaks");
        if (page.Omitted.Any(static omission => omission.Reason == OmissionReason.PermissionUnknown))
        {
            Count("search, not whole");
            return;
        }

        Compare($"search {source} {words} {reader.Name}", string.Join(' ', page.Hits.Select(static hit => hit.Id.Value).Order(StringComparer.Ordinal)));
    }

    private async Task FederateAsync(string words, CompanyReader reader, CancellationToken token)
    {
        FederatedPage page = await _federation.SearchAsync(new(words) { Limit = 50 }, reader.Access, token);
        Require(page.Hits.All(hit => company.Truth.MayRead(reader, hit.Hit.Source, hit.Hit.Id)), $"federated {words} {reader.Name} leaks");
        if (page.IsComplete)
        {
            Compare($"federated {words} {reader.Name}", string.Join(' ', page.Hits.Select(static hit => hit.Hit.Id.Value).Order(StringComparer.Ordinal)));
        }
    }

    private async Task ReadAsync(string source, ContentId id, CompanyReader reader, CancellationToken token)
    {
        KnowledgeContent content = await _catalog[source].GetContentAsync(id, reader.Access, token);
        Require(company.Truth.MayRead(reader, new(source), id), $"content {source} {id} {reader.Name} leaks");
        Require(!company.Truth.SecretsIn(reader, content.PlainText).Any(), $"text of {source} {id} shows {reader.Name} what is another's");
        Compare($"content {source} {id}", content.Markdown);
    }

    private async Task DecideAsync(string source, ContentId id, CompanyReader reader, CancellationToken token)
    {
        PermissionDecision decision = await _catalog[source].CheckPermissionsAsync(id, reader.Access, token);
        bool may = company.Truth.MayRead(reader, new(source), id);
        Require(may ? decision.Outcome != PermissionOutcome.Deny : decision.Outcome != PermissionOutcome.Allow, $"permission {source} {id} {reader.Name} is {decision.Outcome} ({decision.Reason}), and the source says {may}");
        Count(decision.Outcome.ToString());
    }

    private async Task DescribeAsync(string source, ContentId id, CompanyReader reader, CancellationToken token)
    {
        ContentMetadata metadata = await _catalog[source].GetMetadataAsync(id, reader.Access, token);
        Require(company.Truth.MayRead(reader, new(source), id), $"metadata {source} {id} {reader.Name} leaks");
        Compare($"metadata {source} {id}", $"{metadata.Title} {metadata.Version}");
    }

    private async Task AskAsync(string question, CompanyReader reader, CancellationToken token)
    {
        KnowledgeAnswer answer = await company.Assistant.AskAsync(new(question), reader.Access, token);
        Require(!company.Truth.SecretsIn(reader, answer.Text).Any(), $"answer \"{question}\" shows {reader.Name} what is another's");
        Require(answer.Citations.All(citation => company.Truth.MayRead(reader, citation.Source, citation.Id)), $"answer \"{question}\" cites what {reader.Name} may not see");
        Count($"{answer.Outcome}{(answer.IsComplete ? string.Empty : ", not whole")}");
    }

    /// <summary>What is handed out as whole is the same whenever it is asked for: nothing changes in the company.</summary>
    private void Compare(string what, string answer) => Require(_calm.GetOrAdd(what, answer) == answer, $"{what} is not what it was: {answer[..Math.Min(200, answer.Length)]}");

    private void Require(bool holds, string complaint)
    {
        if (!holds)
        {
            Broken.Enqueue(complaint);
        }
    }

    private void Count(string outcome) => Outcomes.AddOrUpdate(outcome, 1, static (_, count) => count + 1);
}
