using System.Net;
using Navo.Integrations.Core.Http;
using Navo.Integrations.Core.Tests.Pipeline;

namespace Navo.Integrations.Core.Tests.Http;

/// <summary>Who reads an answer, and when: after whoever waited for the request's place.</summary>
public sealed class AnswerTurnTests
{
    [Fact]
    public async Task F34_an_answer_is_not_read_by_the_thread_that_gives_its_place_back()
    {
        (int gives, int reads) = await ThreadsAsync(context: null);
        Assert.NotEqual(gives, reads);
    }

    [Fact]
    public async Task Where_a_context_is_current_the_answer_is_read_at_once_for_someone_may_be_blocking_it()
    {
        (int gives, int reads) = await ThreadsAsync(new SynchronizationContext());
        Assert.Equal(gives, reads);
    }

    /// <summary>The thread that completes the answer, which is none of the pool, and the one on which its reader goes on.</summary>
    private static async Task<(int Gives, int Reads)> ThreadsAsync(SynchronizationContext? context)
    {
        TaskCompletionSource<HttpResponseMessage> answer = new(); // goes on where it is completed, as the handlers do
        using ErrorTranslationHandler handler = new(Settings(), new HttpClock()) { InnerHandler = new Held(answer.Task) };
        using HttpMessageInvoker client = new(handler);
        using HttpRequestMessage request = new(HttpMethod.Get, "https://wiki.example.com/pages/1");
        Task<int> reads = client.SendAsync(request, HttpHarness.Token)
            .ContinueWith(static _ => Environment.CurrentManagedThreadId, HttpHarness.Token, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
        Thread gives = new(() =>
        {
            SynchronizationContext.SetSynchronizationContext(context);
            answer.SetResult(new HttpResponseMessage(HttpStatusCode.OK));
        });
        gives.Start();
        return (gives.ManagedThreadId, await reads.WaitAsync(HttpHarness.Patience, HttpHarness.Token));
    }

    private static IntegrationHttpSettings Settings() => new()
    {
        Integration = Samples.Confluence,
        Options = new(),
        TotalTimeout = TimeSpan.FromSeconds(100),
        AllowedOrigins = [new("https://wiki.example.com")],
        Credentials = new TestCredentials().Source,
        ErrorBodies = new JsonErrorBodies(),
    };

    private sealed class Held(Task<HttpResponseMessage> answer) : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) => answer;
    }
}
