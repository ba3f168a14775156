using Navo.Integrations.Abstractions;
using Navo.Integrations.Core.Pipeline;
using Navo.Integrations.Core.Tests.Http;

namespace Navo.Integrations.Core.Tests.Pipeline;

/// <summary>What a kept answer costs. Measured alone: whoever listens to traces or metrics in this process, as tests do, makes each call dearer.</summary>
[Collection(nameof(MeasuredAlone))]
public sealed class RecallCostTests
{
    private static readonly IntegrationOperation Unwritten = Samples.Search with { IsAudited = false };

    [Fact]
    public async Task An_answer_that_is_kept_costs_its_copy_and_its_task()
    {
        const int Calls = 1_000;
        using PipelineHarness harness = new();
        IntegrationCall<SearchPage> call = new(Samples.Ann, static _ => Task.FromResult(Samples.Page("1")), "words");
        CancellationToken token = PipelineHarness.Token;
        Task<SearchPage> Ask() => harness.Pipeline.ExecuteAsync(Unwritten, call, token);
        await Ask();
        await Ask();

        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int i = 0; i < Calls; i++)
        {
            _ = Ask();
        }

        Assert.InRange((GC.GetAllocatedBytesForCurrentThread() - before) / Calls, 72, 200); // 72 and 80; a call on its way has 104 more
    }
}
