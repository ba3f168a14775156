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

    private static TaskCompletionSource<RequestCredential?> New() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
