using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;
using Navo.Integrations.Core.Notifications;

namespace Navo.Integrations.AspNetCore.Tests;

/// <summary>An application on loopback that takes notifications.</summary>
internal sealed class NotificationHost : IAsyncDisposable
{
    private readonly WebApplication _app;

    private NotificationHost(WebApplication app, Uri address)
    {
        _app = app;
        Client = new() { BaseAddress = address, Timeout = TimeSpan.FromSeconds(30) };
    }

    public HttpClient Client { get; }

    public Uri Address => Client.BaseAddress!;

    public IServiceProvider Services => _app.Services;

    public NotificationQueue Queue => Services.GetRequiredService<NotificationQueue>();

    public static async Task<NotificationHost> StartAsync(ScriptedSource[] sources, FakeTimeProvider? time = null, Action<NotificationEndpointOptions>? configure = null)
    {
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(static kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        builder.Services.AddSingleton<TimeProvider>(time ?? new FakeTimeProvider());
        builder.Services.AddNavoIntegrations();
        foreach (ScriptedSource source in sources)
        {
            builder.Services.AddSingleton<INotificationSource>(source);
        }

        WebApplication app = builder.Build();
        app.MapNavoNotifications("/navo", configure);
        await app.StartAsync();
        return new(app, new(app.Services.GetRequiredService<IServer>().Features.GetRequiredFeature<IServerAddressesFeature>().Addresses.First()));
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await _app.DisposeAsync();
    }
}
