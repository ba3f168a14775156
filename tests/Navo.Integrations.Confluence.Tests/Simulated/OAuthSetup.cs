using Microsoft.Extensions.Time.Testing;
using Navo.Integrations.Core.Http.OAuth;
using Navo.Integrations.Testing.Confluence;

namespace Navo.Integrations.Confluence.Tests.Simulated;

/// <summary>A simulated Cloud on whose gateway the client signs in with OAuth.</summary>
internal static class OAuthSetup
{
    public const string TokenPath = "/oauth/token";

    public static Task<SimulatedConfluence> StartAsync(FakeTimeProvider clock, MemoryTokenStore? store, OAuthGrant grant = OAuthGrant.RefreshToken, Action<ConfluenceOptions>? configure = null) =>
        SimulatedConfluence.StartAsync(ConfluenceEdition.CloudGateway, clock, configure, connect: (simulator, options) =>
        {
            (options.Username, options.ApiToken, options.UseGateway) = (null, null, null);
            (options.BaseUrl, options.GatewayUrl) = (simulator.SiteUrl, simulator.SiteUrl);
            options.OAuth.Grant = grant;
            options.OAuth.ClientId = simulator.OAuth.ClientId;
            options.OAuth.ClientSecret = simulator.OAuth.ClientSecret;
            options.OAuth.RefreshToken = grant == OAuthGrant.RefreshToken ? simulator.OAuth.RefreshToken : null;
            options.OAuth.TokenUrl = simulator.TokenUrl;
            options.Cache.Enabled = false;
            if (store is not null)
            {
                options.UseOAuthTokenStore(store);
            }
        });

    public static int TokenRequests(this SimulatedConfluence confluence) => confluence.Simulator.Requests.Count(r => r.PathAndQuery == TokenPath);

    /// <summary>Waits for a call on a clock that goes on, so that waits between attempts end.</summary>
    public static async Task<T> DriveAsync<T>(this FakeTimeProvider clock, Task<T> call)
    {
        await DrivenClock.FinishAsync(clock, call, TimeSpan.FromMilliseconds(100));
        return await call;
    }
}
