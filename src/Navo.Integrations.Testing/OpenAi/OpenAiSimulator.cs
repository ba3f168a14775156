using Microsoft.AspNetCore.Builder;
using Navo.Integrations.Testing.Faults;
using Navo.Integrations.Testing.Hosting;
using Navo.Integrations.Testing.OpenAi.Http;

namespace Navo.Integrations.Testing.OpenAi;

/// <summary>
/// An OpenAI to test against: a stateful server on a loopback socket that serves an <see cref="OpenAiOrganization"/> in the vendor's shapes. No model runs: its answers are
/// built from the sentences of the prompt, the same for the same prompt. It breaks on demand. All members are safe for concurrent use.
/// </summary>
/// <remarks><see href="https://platform.openai.com/docs/api-reference"/>.</remarks>
public sealed class OpenAiSimulator : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly OpenAiServer _server;
    private readonly RequestLog _log;

    private OpenAiSimulator(WebApplication app, OpenAiServer server, RequestLog log) => (_app, _server, _log) = (app, server, log);

    /// <summary>The address of the API with its version and a slash at the end.</summary>
    public Uri BaseUrl => new(LoopbackServer.AddressOf(_app), "/v1/");

    /// <summary>The first key that is valid and no admin key.</summary>
    /// <exception cref="InvalidOperationException">All keys were revoked.</exception>
    public string ApiKey => Organization.Keys.First(k => !k.IsAdmin).Secret;

    /// <summary>The first admin key that is valid; it opens the addresses below <c>organization/</c> and no others.</summary>
    /// <exception cref="InvalidOperationException">All admin keys were revoked.</exception>
    public string AdminApiKey => Organization.Keys.First(k => k.IsAdmin).Secret;

    /// <summary>The organization's id.</summary>
    public string OrganizationId => Organization.OrganizationId;

    /// <summary>The id of the first project.</summary>
    public string ProjectId => Organization.ProjectId;

    /// <summary>The organization that is served; changes show in the next answer.</summary>
    public OpenAiOrganization Organization => _server.Organization;

    /// <summary>The faults to inject; empty at first. <see cref="OpenAiFaults"/> makes the vendor's own.</summary>
    public FaultPlan Faults => _server.Faults;

    /// <summary>The requests so far, in the order in which their answers began; the account is the id of the key.</summary>
    public IReadOnlyList<RecordedRequest> Requests => _log.Snapshot();

    /// <summary>Starts a simulator. Dispose it to free the port.</summary>
    /// <param name="options">The options; all defaults if null.</param>
    /// <param name="cancellationToken">Gives up the start.</param>
    /// <returns>The simulator.</returns>
    /// <exception cref="IOException">The port is taken.</exception>
    public static async Task<OpenAiSimulator> StartAsync(OpenAiSimulatorOptions? options = null, CancellationToken cancellationToken = default)
    {
        options ??= new();
        OpenAiServer server = new(options, options.Organization ?? OpenAiOrganization.CreateBelievable(options.TimeProvider));
        RequestLog log = new();
        WebApplication app = LoopbackServer.Create(options.Port);
        app.Run(http => OpenAiHost.AnswerAsync(http, server, log));
        await app.StartAsync(cancellationToken).ConfigureAwait(false);
        return new(app, server, log);
    }

    /// <summary>Forgets the recorded requests.</summary>
    public void ClearRequests() => _log.Clear();

    /// <summary>Stops the server; open connections are broken off.</summary>
    /// <returns>A task that ends when it is down.</returns>
    public ValueTask DisposeAsync() => LoopbackServer.StopAsync(_app);
}
