using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json.Nodes;
using Navo.Integrations.Abstractions;
using Navo.Integrations.EnterpriseGpt;
using Navo.Integrations.Testing.Faults;

namespace Navo.Console;

/// <summary>The same tour three times: while all is well, while one source answers with 503 only, and after it has come back. What degrades, what it says, how it recovers.</summary>
internal sealed class BreakDemo(string source, ConsoleSession session, FaultPlan faults, (string Name, AccessContext Reader)[] readers)
{
    public const string Option = "--break";

    private const string Words = "review";

    /// <summary>A little more than answers are kept and a breaker stays open here.</summary>
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1.2);

    private readonly List<(string Phase, Listing Listing)> _phases = [];

    private readonly ConcurrentQueue<Alert> _heard = new();

    private ContentId? _item;
    private string _title = string.Empty;

    public static string[] Sources { get; } = ["confluence", "sharepoint", "openai"];

    private AccessContext Ada => readers[0].Reader;

    /// <summary>The source whose item is read: the broken one, or where that has none Confluence.</summary>
    private IIntegration Knowledge => session.Source(source == "openai" ? "confluence" : source);

    private IIntegration Broken => source == "openai" ? session.EnterpriseGpt(null) : session.Source(source);

    /// <summary>Short lives and breaks, so that the tour does not take minutes, and an alert that is over as soon as its cause is.</summary>
    public static IEnumerable<KeyValuePair<string, string?>> Settings() =>
    [
        .. from integration in (string[])["Confluence", "SharePoint", "EnterpriseGpt"]
           from setting in (IEnumerable<(string Key, string Value)>)[
               ("Cache:Response:Lifetime", "00:00:01"), ("Cache:Content:Lifetime", "00:00:01"), ("Cache:Permission:Lifetime", "00:00:01"), ("Cache:Metadata:Lifetime", "00:00:01"),
               ("Http:MaxRetryAttempts", "1"), ("Http:RetryBaseDelay", "00:00:00.05"), ("Http:BreakerMinimumThroughput", "3"), ("Http:BreakerFailureRatio", "0.05"), ("Http:BreakDuration", "00:00:01")]
           select KeyValuePair.Create<string, string?>($"Navo:Integrations:{integration}:{setting.Key}", setting.Value),
        new("Navo:Integrations:Alerts:BreakerOpen:ClearAfter", "00:00:00"),
    ];

    public async Task RunAsync(CancellationToken token)
    {
        using IDisposable hearing = session.Alerts.Subscribe(_heard.Enqueue);
        await ShowAsync("all is well", token);
        faults.Add(string.Empty, Fault.Status(503), times: int.MaxValue);
        await Task.Delay(Pause, token);
        await ShowAsync($"{source} answers with 503 only", token);
        faults.Clear();
        await Task.Delay(Pause, token);
        await ShowAsync($"{source} has come back", token);
    }

    public JsonObject ToJson() => new([.. _phases.Select(phase => KeyValuePair.Create<string, JsonNode?>(phase.Phase, phase.Listing.ToJson()))]);

    public void Write(TextReport report)
    {
        foreach ((string phase, Listing listing) in _phases)
        {
            report.Heading(phase);
            report.Listing(listing);
        }
    }

    private async Task ShowAsync(string phase, CancellationToken token)
    {
        if (_item is null)
        {
            SearchPage page = await Knowledge.SearchAsync(new(Words) { Limit = 1 }, Ada, token);
            (_item, _title) = (page.Hits[0].Id, page.Hits[0].Title);
        }

        ContentId item = _item!.Value;
        _phases.Add((phase, new(["Asked", "Answer"],
        [
            [$"search of all sources for \"{Words}\"", await TryAsync(async () => Say(await session.Federation.SearchAsync(new(Words) { Limit = 10, Deadline = session.SearchTimeout }, Ada, token)))],
            [$"text of \"{_title}\" for the service", await TryAsync(async () => Say((await Knowledge.GetContentAsync(item, AccessContext.Service, token)).Origin))],
            ["the same, but no older answer", await TryAsync(async () => Say((await Knowledge.GetContentAsync(item, AccessContext.Service with { AllowStale = false }, token)).Origin))],
            [$"the same for {readers[0].Name}, whose right is asked for first", await TryAsync(async () => Say((await Knowledge.GetContentAsync(item, Ada, token)).Origin))],
            [$"may {readers[1].Name} see it", await TryAsync(async () => Say(await Knowledge.CheckPermissionsAsync(item, readers[1].Reader, token)))],
            [$"\"{KnowledgeDemo.Question}\"", await TryAsync(async () => Say(await session.Assistant.AskAsync(new(KnowledgeDemo.Question), Ada, token)))],
            [$"health of {Broken.Name}", await TryAsync(async () => Say(await Broken.CheckHealthAsync(token)))],
            ["alerts", SayAlerts()],
        ])));
    }

    /// <summary>What was raised or ended in this phase.</summary>
    private string SayAlerts()
    {
        session.Alerts.Evaluate();
        List<string> said = [];
        while (_heard.TryDequeue(out Alert? alert))
        {
            said.Add($"{(alert.IsOpen ? "RAISED" : "over")}: {alert.Summary}");
        }

        return said.Count == 0 ? "none" : string.Join(' ', said);
    }

    private static string Say(FederatedPage page) =>
        $"{page.Hits.Count} hits; {(page.IsComplete ? "all sources answered" : string.Join(", ", page.Reports.Where(report => !report.IsComplete).Select(report => $"{report.Source} {report.Status}{Age(report.Age)}")))}";

    private static string Say(ResultOrigin origin) => $"{(origin.Kind == ResultOriginKind.Source ? "from the source" : origin.IsStale ? "STALE, from the cache" : "from the cache")}{Age(origin.Age)}";

    private static string Say(PermissionDecision decision) => $"{decision.Outcome} ({decision.Reason})";

    private static string Say(KnowledgeAnswer answer) =>
        $"{answer.Outcome}{(answer is { Outcome: AnswerOutcome.Extractive, ExtractiveReason: { } reason } ? $" ({reason})" : string.Empty)}, {answer.Citations.Count} citations{(answer.IsComplete ? string.Empty : ", NOT WHOLE")}{string.Concat(answer.Notices.Select(notice => $"; {notice.Message}"))}";

    private static string Say(IntegrationHealth health) => $"{health.Status}. {health.Description}";

    private static string Age(TimeSpan age) => age == TimeSpan.Zero ? string.Empty : string.Create(CultureInfo.InvariantCulture, $", {age.TotalSeconds:0.0} s old");

    private static async Task<string> TryAsync(Func<Task<string>> ask)
    {
        try
        {
            return await ask();
        }
        catch (IntegrationException failure)
        {
            return $"{failure.GetType().Name}: {failure.Message}";
        }
    }
}
