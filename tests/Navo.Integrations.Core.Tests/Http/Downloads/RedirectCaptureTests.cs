using System.Net;
using Microsoft.Extensions.Time.Testing;
using Navo.Integrations.Core.Http.Downloads;

namespace Navo.Integrations.Core.Tests.Http.Downloads;

/// <summary>A redirect that a download asked to see is no failure, and any other is.</summary>
public sealed class RedirectCaptureTests
{
    [Theory]
    [InlineData(301, true, true, true)]
    [InlineData(302, true, true, true)]
    [InlineData(303, true, true, true)]
    [InlineData(307, true, true, true)]
    [InlineData(308, true, true, true)]
    [InlineData(304, true, true, false)]
    [InlineData(200, true, true, false)]
    [InlineData(302, true, false, false)]
    [InlineData(302, false, true, false)]
    public async Task Only_a_redirect_with_an_address_that_was_asked_for_is_captured(int status, bool isAsked, bool hasLocation, bool isCaptured)
    {
        using ScriptedHandler socket = new(new FakeTimeProvider(), (_, _, _) =>
        {
            HttpResponseMessage answer = new((HttpStatusCode)status);
            answer.Headers.Location = hasLocation ? new("https://media.example.net/x") : null;
            return Task.FromResult(answer);
        });
        using HttpMessageInvoker invoker = new(new RedirectCaptureHandler { InnerHandler = socket });
        using HttpRequestMessage request = new(HttpMethod.Get, "https://wiki.example.test/x");
        if (isAsked)
        {
            RedirectCaptureHandler.Ask(request);
        }

        using HttpResponseMessage response = await invoker.SendAsync(request, HttpHarness.Token);
        Assert.Equal(isCaptured, RedirectCaptureHandler.IsRedirect(response));
        Assert.Equal(isCaptured ? HttpStatusCode.NoContent : (HttpStatusCode)status, response.StatusCode);
        using HttpResponseMessage empty = new(HttpStatusCode.NoContent);
        Assert.False(RedirectCaptureHandler.IsRedirect(empty));
    }
}
