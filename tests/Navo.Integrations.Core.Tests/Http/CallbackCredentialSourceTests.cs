using Navo.Integrations.Abstractions;
using Navo.Integrations.Core.Http;
using Navo.Integrations.Core.Tests.Pipeline;

namespace Navo.Integrations.Core.Tests.Http;

public sealed class CallbackCredentialSourceTests
{
    [Fact]
    public async Task F13_of_two_readings_that_overlap_the_later_one_counts_whichever_ends_last()
    {
        TaskCompletionSource<RequestCredential?>[] answers = [New(), New(), New()];
        int asked = 0;
        CallbackCredentialSource source = new(token => new(answers[asked++].Task.WaitAsync(token)));
        RequestCredential old = RequestCredential.Bearer("old"), refused = RequestCredential.Bearer("refused"), valid = RequestCredential.Bearer("valid");

        ValueTask<RequestCredential?> first = source.GetAsync(PipelineHarness.Token);
        await DeadlineAndQueueTests.UntilAsync(() => asked == 1);
        source.Invalidate();
        ValueTask<RequestCredential?> second = source.GetAsync(PipelineHarness.Token);
        await DeadlineAndQueueTests.UntilAsync(() => asked == 2);
        answers[1].SetResult(refused);
        await second;
        answers[0].SetResult(old); // the older one ends last
        await first;

        answers[2].SetResult(valid);
        await source.RefreshAsync(refused, PipelineHarness.Token);

        Assert.Equal(3, asked);
        Assert.Same(valid, await source.GetAsync(PipelineHarness.Token));
    }

    public static TheoryData<Exception, bool> CallbackFailures => new()
    {
        { new HttpRequestException("x"), true },
        { new IOException("x"), true },
        { new TimeoutException("x"), true },
        { new OperationCanceledException("x"), true },
        { new InvalidOperationException("s3cret"), false },
    };

    [Theory]
    [MemberData(nameof(CallbackFailures))]
    public async Task T08_What_a_callback_fails_with_is_named_and_not_shown(Exception thrown, bool isTransient)
    {
        CallbackCredentialSource source = new(_ => throw thrown);
        AuthenticationException failure = await Assert.ThrowsAsync<AuthenticationException>(() => source.GetAsync(PipelineHarness.Token).AsTask());
        Assert.Equal(($"The credentials could not be read ({thrown.GetType().Name}).", isTransient), (failure.Message, failure.IsTransient));
        Assert.DoesNotContain("s3cret", failure.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task F13_A_kept_credential_is_given_at_once_until_it_is_told_to_ask_again()
    {
        int asked = 0;
        CallbackCredentialSource source = new(_ => new(RequestCredential.Bearer($"t{++asked}")));
        RequestCredential? first = await source.GetAsync(PipelineHarness.Token);
        ValueTask<RequestCredential?> kept = source.GetAsync(PipelineHarness.Token);
        Assert.True(kept.IsCompletedSuccessfully);
        Assert.Same(first, await kept);
        source.Invalidate();
        await source.GetAsync(PipelineHarness.Token);
        await source.GetAsync(PipelineHarness.Token);
        Assert.Equal(2, asked);
    }

    private static TaskCompletionSource<RequestCredential?> New() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
