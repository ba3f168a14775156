using System.Globalization;
using Navo.Integrations.Testing.Faults;
using Navo.Integrations.Testing.SharePoint.Kql;
using Navo.Integrations.Testing.SharePoint.Rest;

namespace Navo.Integrations.Testing.SharePoint.Http;

/// <summary>Answers requests to Graph: signs the caller in, finds the resource, and makes errors of what goes wrong.</summary>
internal sealed class GraphServer(GraphSimulatorOptions options, GraphTenant tenant, FaultPlan faults)
{
    private const string Version = "/v1.0";

    private int _requests;
    private int _deltaGeneration;

    public GraphTenant Tenant => tenant;

    public TimeProvider Time => options.TimeProvider;

    public TokenIssuer Tokens { get; } = new(tenant, options.TimeProvider);

    public Subscriptions Subscriptions { get; } = new(tenant, options.TimeProvider);

    public ContentTickets Tickets { get; } = new(options.TimeProvider);

    public GraphQuirks Quirks { get; } = new();

    public int? MaxPageSize => options.MaxPageSize;

    public IReadOnlyCollection<string>? SelectedSites => options.SelectedSites;

    public FaultPlan Faults => faults;

    public Random Random { get; } = new(options.Seed);

    /// <summary>Whether applications must show the claims of a challenge.</summary>
    public bool DemandsClaims { get; set; }

    /// <summary>How often all tokens of feeds were ended.</summary>
    public int DeltaGeneration => Volatile.Read(ref _deltaGeneration);

    /// <summary>What is left of the quota, told with each answer; null to tell nothing.</summary>
    public (int Limit, int Remaining, int Reset)? Quota { get; set; }

    /// <summary>The root of the socket, known once it listens.</summary>
    public Uri Root { get; set; } = new("http://127.0.0.1/");

    /// <summary>The address of Graph with its version, without a slash at the end.</summary>
    public string GraphUrl => new Uri(Root, Version).AbsoluteUri;

    public Uri ContentUrl { get; set; } = new("http://127.0.0.1/");

    public void EndDeltaTokens() => Interlocked.Increment(ref _deltaGeneration);

    /// <summary>Answers a request of its own; one for a subscription after the handshake with whoever is to be notified.</summary>
    public Task<GraphAnswer> AnswerAsync(GraphRequest request, CancellationToken cancellationToken)
    {
        bool isSubscribing = request is { Method: "POST", Path: Version + "/subscriptions" };
        return isSubscribing && !DemandsClaims && Tokens.Read(request.Header("Authorization")) is { } caller
            ? RunAsync(request, () => SubscriptionResources.CreateAsync(new(this, caller, request), cancellationToken))
            : Task.FromResult(Answer(request));
    }

    /// <summary>Answers a request of its own, to Graph or to the authority.</summary>
    public GraphAnswer Answer(GraphRequest request)
    {
        if (AuthorityResources.TryAnswer(this, request) is { } granted)
        {
            return granted;
        }

        if (!request.Path.StartsWith($"{Version}/", StringComparison.Ordinal))
        {
            return Run(request, () => throw GraphError.Invalid("Invalid version."));
        }

        return Tokens.Read(request.Header("Authorization")) switch
        {
            null => Run(request, () => throw GraphError.Unauthenticated(Root)),
            { HasClaims: false } when DemandsClaims => Run(request, () => throw GraphError.Challenged(Root)),
            { } caller => Run(caller, request with { Path = request.Path[Version.Length..] }),
        };
    }

    /// <summary>Answers a request for a caller who is signed in. Its path begins below the version.</summary>
    public GraphAnswer Run(GraphCaller caller, GraphRequest request) => Run(request, () => Projection.Apply(request, GraphRoutes.Answer(new(this, caller, request))));

    private GraphAnswer Run(GraphRequest request, Func<GraphAnswer> resource)
    {
        try
        {
            return Told(request, resource());
        }
        catch (Exception error) when (ErrorOf(error) is { } known)
        {
            return Told(request, known);
        }
    }

    private async Task<GraphAnswer> RunAsync(GraphRequest request, Func<Task<GraphAnswer>> resource)
    {
        try
        {
            return Told(request, await resource().ConfigureAwait(false));
        }
        catch (Exception error) when (ErrorOf(error) is { } known)
        {
            return Told(request, known);
        }
    }

    private static GraphError? ErrorOf(Exception error) => error switch
    {
        GraphError known => known,
        KqlSyntaxException syntax => GraphError.Invalid(syntax.Message),
        _ => null,
    };

    private GraphAnswer Told(GraphRequest request, GraphAnswer answer)
    {
        (string id, string clientId) = NextIds(request);
        return Told(answer, id, clientId);
    }

    private GraphAnswer Told(GraphRequest request, GraphError error)
    {
        (string id, string clientId) = NextIds(request);
        return Told(error.ToAnswer(Time.GetUtcNow(), id, clientId), id, clientId);
    }

    private (string Id, string ClientId) NextIds(GraphRequest request)
    {
        string id = GraphIds.Guid(string.Create(CultureInfo.InvariantCulture, $"request {Interlocked.Increment(ref _requests)}"));
        return (id, request.Header("client-request-id") ?? id);
    }

    private GraphAnswer Told(GraphAnswer answer, string id, string clientId)
    {
        answer.Headers["request-id"] = id;
        answer.Headers["client-request-id"] = clientId;
        TellQuota(answer);
        return answer;
    }

    private void TellQuota(GraphAnswer answer)
    {
        if (Quota is { } quota)
        {
            answer.Headers["RateLimit-Limit"] = quota.Limit.ToString(CultureInfo.InvariantCulture);
            answer.Headers["RateLimit-Remaining"] = quota.Remaining.ToString(CultureInfo.InvariantCulture);
            answer.Headers["RateLimit-Reset"] = quota.Reset.ToString(CultureInfo.InvariantCulture);
        }
    }
}
