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
        TaskCompletionSource<HttpResponseMessage> answer = new(); // goes on where it is completed, as the handlers do
        Task<int> reads = SendAsync(answer.Task)
            .ContinueWith(static _ => Environment.CurrentManagedThreadId, HttpHarness.Token, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
        Thread gives = new(() => answer.SetResult(new HttpResponseMessage(HttpStatusCode.OK)));
        gives.Start();

        Assert.NotEqual(gives.ManagedThreadId, await reads.WaitAsync(HttpHarness.Patience, HttpHarness.Token));
    }

    [Fact]
    public async Task F34_an_answer_that_is_there_at_once_does_not_wait_for_a_context_that_is_blocked()
    {
        TaskCompletionSource<bool> isAtOnce = new();
        Thread blocked = new(() =>
        {
            SynchronizationContext.SetSynchronizationContext(new Blocked());
            isAtOnce.SetResult(SendAsync(Task.FromResult(new HttpResponseMessage(HttpStatusCode.OK))).IsCompletedSuccessfully);
        });
        blocked.Start();

        Assert.True(await isAtOnce.Task.WaitAsync(HttpHarness.Patience, HttpHarness.Token));
    }

    [Fact]
    public async Task F34_an_answer_that_is_there_at_once_does_not_wait_for_a_scheduler_that_is_blocked()
    {
        TaskScheduler one = new ConcurrentExclusiveSchedulerPair().ExclusiveScheduler;
        Task<bool> isAtOnce = Task.Factory.StartNew(
            static () => SendAsync(Task.FromResult(new HttpResponseMessage(HttpStatusCode.OK))).IsCompletedSuccessfully, HttpHarness.Token, TaskCreationOptions.None, one);

        Assert.True(await isAtOnce.WaitAsync(HttpHarness.Patience, HttpHarness.Token));
    }

    private static Task<HttpResponseMessage> SendAsync(Task<HttpResponseMessage> answer)
    {
        HttpMessageInvoker client = new(new ErrorTranslationHandler(new HttpSetup().ToSettings(Samples.Confluence), new HttpClock()) { InnerHandler = new Held(answer) });
        return client.SendAsync(new HttpRequestMessage(HttpMethod.Get, "https://wiki.example.com/pages/1"), CancellationToken.None);
    }

    private sealed class Held(Task<HttpResponseMessage> answer) : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) => answer;
    }

    /// <summary>Nothing that is posted to it ever runs.</summary>
    private sealed class Blocked : SynchronizationContext
    {
        public override void Post(SendOrPostCallback d, object? state)
        {
        }
    }
}
