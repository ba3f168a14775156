using Microsoft.Extensions.DependencyInjection;
using Navo.Integrations.Abstractions;
using Navo.Integrations.Extraction.Tests.Documents;

namespace Navo.Integrations.Extraction.Tests.Fuzz;

/// <summary>Damaged files: whatever is in them, an outcome of a kind that is named, whose blocks fit its text.</summary>
public sealed class MutationTests
{
    private const int Cases = 1500;

    public static TheoryData<string> Formats => [.. Samples.All.Keys];

    [Theory, MemberData(nameof(Formats))]
    public async Task Row068_A_sound_file_is_read_to_its_end(string name)
    {
        ExtractionOutcome outcome = await Extraction.OfAsync(Samples.All[name], name);
        Assert.Equal((ExtractionStatus.Extracted, false), (outcome.Status, outcome.IsDeclaredTypeWrong));
        Verify(outcome);
    }

    [Theory, MemberData(nameof(Formats))]
    public async Task T12_A_damaged_file_has_an_outcome_and_no_exception(string name)
    {
        await using ServiceProvider services = Extraction.Services();
        ITextExtractor extractor = services.GetRequiredService<ITextExtractor>();
        long memory = GC.GetTotalAllocatedBytes();
        for (int seed = 0; seed < Cases; seed++)
        {
            using MemoryStream content = new(Mutation.Of(Samples.All[name], seed));
            try
            {
                Verify(await extractor.ExtractAsync(new() { Content = content, FileName = name }, TestContext.Current.CancellationToken));
            }
            catch (Exception unexpected)
            {
                throw new InvalidOperationException($"Case {seed} of {name}.", unexpected);
            }
        }

        Assert.InRange((GC.GetTotalAllocatedBytes() - memory) / Cases, 0, 64L << 20);
    }

    private static void Verify(ExtractionOutcome outcome)
    {
        Assert.Equal(outcome.Status == ExtractionStatus.Extracted, outcome.Detail.Length == 0);
        Assert.NotEqual(ExtractionStatus.TimedOut, outcome.Status);
        int end = 0;
        foreach (ExtractedBlock block in outcome.Blocks)
        {
            Assert.InRange(block.Start, end, outcome.Markdown.Length);
            Assert.InRange(block.Length, 1, outcome.Markdown.Length - block.Start);
            end = block.Start + block.Length;
        }
    }
}
