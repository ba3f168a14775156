using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using Navo.Integrations.Abstractions;
using Navo.Integrations.Extraction.Tests.Documents;

namespace Navo.Integrations.Extraction.Tests;

public sealed class LimitTests
{
    [Fact]
    public async Task Row068_A_file_larger_than_the_limit_is_not_read_whether_its_length_is_known_or_not()
    {
        ExtractionOutcome known = await Extraction.OfAsync(new byte[2000], "a.txt", configure: options => options.MaxInputBytes = 1999);
        Assert.Equal(ExtractionStatus.TooLarge, known.Status);

        EndlessStream endless = new(Encoding.ASCII.GetBytes("word "));
        ExtractionOutcome unknown = await Extraction.OfAsync(endless, "a.txt", configure: options => options.MaxInputBytes = 1 << 20);
        Assert.Equal(ExtractionStatus.TooLarge, unknown.Status);
        Assert.InRange(endless.Given, 1 << 20, 2 << 20);
    }

    [Fact]
    public async Task A_stream_that_cannot_seek_is_read_like_one_that_can()
    {
        foreach ((string name, byte[] file) in Samples.All)
        {
            ExtractionOutcome expected = await Extraction.OfAsync(file, name);
            ExtractionOutcome outcome = await Extraction.OfAsync(new ForwardStream(file), name);
            Assert.Equal((expected.Status, expected.Markdown), (outcome.Status, outcome.Markdown));
        }
    }

    [Fact]
    public async Task A_stream_is_read_from_where_it_stands_and_left_open()
    {
        using MemoryStream content = new([1, 2, 3, .. Samples.All["a.docx"]]) { Position = 3 };
        Assert.Equal(ExtractionStatus.Extracted, (await Extraction.OfAsync(content, "a.docx")).Status);
        Assert.True(content.CanRead);
    }

    [Fact]
    public async Task What_fails_in_the_callers_stream_comes_through_as_it_is()
    {
        await using ServiceProvider services = Extraction.Services();
        ITextExtractor extractor = services.GetRequiredService<ITextExtractor>();
        UnavailableException failure = await Assert.ThrowsAsync<UnavailableException>(async () =>
            await extractor.ExtractAsync(new() { Content = new BrokenStream(new UnavailableException("cut off")), FileName = "a.txt" }, TestContext.Current.CancellationToken));
        Assert.Equal("cut off", failure.Message);
        MemoryStream closed = new([1]);
        closed.Dispose();
        await Assert.ThrowsAsync<ArgumentException>(async () => await extractor.ExtractAsync(new() { Content = closed }, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_cancelled_reading_ends_with_the_callers_token()
    {
        await using ServiceProvider services = Extraction.Services();
        using CancellationTokenSource cancelled = new();
        EndlessStream endless = new("word "u8.ToArray()) { OnRead = given => { if (given > 1 << 20) { cancelled.Cancel(); } } };
        OperationCanceledException thrown = await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
            await services.GetRequiredService<ITextExtractor>().ExtractAsync(new() { Content = endless, FileName = "a.txt" }, cancelled.Token));
        Assert.Equal(cancelled.Token, thrown.CancellationToken);
        Assert.InRange(endless.Given, 1 << 20, 2 << 20);
    }

    [Fact]
    public async Task Row068_A_reading_that_takes_too_long_gives_the_text_so_far()
    {
        FakeTimeProvider time = new();
        ServiceCollection collection = [];
        collection.AddSingleton<TimeProvider>(time);
        collection.AddNavoIntegrations().AddTextExtraction(options => options.TimeLimit = TimeSpan.FromSeconds(5)).AddTextExtractor<SlowExtractor>();
        await using ServiceProvider services = collection.BuildServiceProvider();
        using MemoryStream content = new("{\"slow\":1}"u8.ToArray());
        SlowExtractor.Time = time;
        ExtractionOutcome outcome = await services.GetRequiredService<ITextExtractor>().ExtractAsync(new() { Content = content, FileName = "a.json" }, TestContext.Current.CancellationToken);
        Assert.Equal((ExtractionStatus.TimedOut, "before"), (outcome.Status, outcome.Markdown));
        Assert.Contains("TimeLimit", outcome.Detail, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("a.bin", null, "application/octet-stream")]
    [InlineData("a.png", null, "image/png")]
    [InlineData("a.xyz", "application/x-shockwave-flash", "application/x-shockwave-flash")]
    public async Task Row067_What_nobody_reads_says_so_with_its_type(string name, string? declared, string type)
    {
        ExtractionOutcome outcome = await Extraction.OfAsync([0, 1, 2, 3, 0, 0], name, declared);
        Assert.Equal((ExtractionStatus.Unsupported, type), (outcome.Status, outcome.MediaType));
        Assert.Contains(type, outcome.Detail, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("MaxInputBytes")]
    [InlineData("MaxExpandedBytes")]
    [InlineData("MaxExpansionRatio")]
    [InlineData("MaxEntries")]
    [InlineData("MaxPages")]
    [InlineData("MaxCells")]
    [InlineData("MaxCharacters")]
    [InlineData("TimeLimit")]
    public void A_limit_of_nothing_is_refused_by_the_name_of_its_key(string key)
    {
        using ServiceProvider services = Extraction.Services(options =>
        {
            System.Reflection.PropertyInfo property = typeof(ExtractionOptions).GetProperty(key)!;
            property.SetValue(options, property.PropertyType == typeof(TimeSpan) ? TimeSpan.Zero : Convert.ChangeType(0, property.PropertyType, System.Globalization.CultureInfo.InvariantCulture));
        });
        OptionsValidationException invalid = Assert.Throws<OptionsValidationException>(() => services.GetRequiredService<IOptions<ExtractionOptions>>().Value);
        Assert.Contains($"Navo:Integrations:Extraction:{key}", invalid.Message, StringComparison.Ordinal);
    }

    private sealed class SlowExtractor : IFormatExtractor
    {
        public static FakeTimeProvider Time { get; set; } = new();

        public IReadOnlyList<string> MediaTypes { get; } = ["application/json"];

        public async ValueTask ExtractAsync(DocumentInput input, DocumentWriter output, CancellationToken cancellationToken)
        {
            output.Paragraph("before");
            Time.Advance(TimeSpan.FromSeconds(6));
            await Task.Yield();
            output.Paragraph("after");
        }
    }
}
