using System.Collections.Concurrent;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Navo.Integrations.Core.Notifications;
using Navo.Integrations.Testing.Hosting;

namespace Navo.Integrations.Tests.Notifications;

/// <summary>An endpoint on loopback that hands what comes to a source and answers as it says.</summary>
internal sealed class NotificationReceiver : IAsyncDisposable
{
    private readonly WebApplication _server;
    private readonly ConcurrentQueue<NotificationVerdict> _verdicts = new();

    private NotificationReceiver(WebApplication server) => _server = server;

    public Uri Url => new(LoopbackServer.AddressOf(_server), "hooks");

    /// <summary>Who judges; without one every request is refused.</summary>
    public INotificationSource? Source { get; set; }

    /// <summary>Whether requests reach nobody.</summary>
    public bool IsDown { get; set; }

    public IReadOnlyList<NotificationVerdict> Verdicts => [.. _verdicts];

    public static async Task<NotificationReceiver> StartAsync()
    {
        WebApplication server = LoopbackServer.Create(0);
        NotificationReceiver receiver = new(server);
        server.Run(receiver.AnswerAsync);
        await server.StartAsync(TestContext.Current.CancellationToken);
        return receiver;
    }

    /// <summary>What was proven since the last call.</summary>
    public IReadOnlyList<SourceNotification> Take()
    {
        List<SourceNotification> taken = [];
        while (_verdicts.TryDequeue(out NotificationVerdict? verdict))
        {
            taken.AddRange((verdict as NotificationVerdict.Accepted)?.Notifications ?? []);
        }

        return taken;
    }

    public ValueTask DisposeAsync() => LoopbackServer.StopAsync(_server);

    private async Task AnswerAsync(HttpContext http)
    {
        using MemoryStream body = new();
        await http.Request.Body.CopyToAsync(body, http.RequestAborted);
        if (IsDown || Source is null)
        {
            http.Response.StatusCode = 503;
            return;
        }

        NotificationVerdict verdict = Source.Receive(new()
        {
            Body = body.ToArray(),
            Headers = http.Request.Headers.ToDictionary(header => header.Key, header => header.Value.ToString()),
            Query = http.Request.Query.ToDictionary(parameter => parameter.Key, parameter => parameter.Value.ToString()),
        });
        _verdicts.Enqueue(verdict);
        http.Response.StatusCode = verdict switch { NotificationVerdict.Handshake => 200, NotificationVerdict.Accepted => 202, _ => 400 };
        if (verdict is NotificationVerdict.Handshake handshake)
        {
            http.Response.ContentType = "text/plain";
            await http.Response.WriteAsync(handshake.Token, Encoding.UTF8, http.RequestAborted);
        }
    }
}
