using System.Net;
using System.Net.Http.Headers;
using Microsoft.Extensions.Time.Testing;
using Navo.Integrations.Abstractions;
using Navo.Integrations.Core.Http.Downloads;

namespace Navo.Integrations.Core.Tests.Http.Downloads;

/// <summary>Transfers that break off: taken up where they ended, or failed; never passed off as whole.</summary>
public sealed class ResumeTests
{
    private static readonly byte[] File = [.. Enumerable.Range(0, 100).Select(i => (byte)i)];

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_transfer_that_breaks_off_is_taken_up_where_it_ended()
    {
        BreakingFile file = new(File, breaksAt: [40, 70]);
        Assert.Equal(File, await ReadAsync(file, resumes: 3));
        Assert.Equal([null, 40, 70], file.Ranges);
        Assert.All(file.Conditions.Skip(1), tag => Assert.Equal("\"v1\"", tag));
    }

    [Fact]
    public async Task A_transfer_that_ends_early_without_an_error_is_taken_up_too()
    {
        BreakingFile file = new(File, breaksAt: [40]) { BreaksSilently = true };
        Assert.Equal(File, await ReadAsync(file, resumes: 1));
    }

    [Fact]
    public async Task A_file_that_changed_in_between_is_never_glued_together()
    {
        BreakingFile file = new(File, breaksAt: [40]) { ChangesAfterFirst = true };
        await Assert.ThrowsAsync<UnavailableException>(() => ReadAsync(file, resumes: 3));
    }

    [Fact]
    public async Task A_server_that_ignores_the_range_fails_the_transfer()
    {
        BreakingFile file = new(File, breaksAt: [40]) { IgnoresRanges = true };
        await Assert.ThrowsAsync<UnavailableException>(() => ReadAsync(file, resumes: 3));
    }

    [Fact]
    public async Task A_state_that_is_not_named_strongly_is_not_taken_up()
    {
        BreakingFile file = new(File, breaksAt: [40]) { Tag = "W/\"v1\"" };
        await Assert.ThrowsAsync<UnavailableException>(() => ReadAsync(file, resumes: 3));
        Assert.Single(file.Ranges);
    }

    [Fact]
    public async Task It_ends_after_as_many_attempts_as_allowed()
    {
        BreakingFile file = new(File, breaksAt: [10, 20, 30]);
        await Assert.ThrowsAsync<UnavailableException>(() => ReadAsync(file, resumes: 2));
        Assert.Equal(3, file.Ranges.Count);
    }

    private static async Task<byte[]> ReadAsync(BreakingFile file, int resumes)
    {
        using HttpClient client = new(file) { BaseAddress = new("https://source.example/") };
        DownloadTransport transport = new(client, () => client, client.BaseAddress, new FakeTimeProvider());
        Download download = await transport.OpenAsync(
            new() { Path = "/file", What = "document", MaxBytes = 1000, MaxBytesOption = "MaxBytes", Size = File.Length, Idle = TimeSpan.FromSeconds(30), MaxResumes = resumes },
            Token);
        await using (download.Content)
        {
            using MemoryStream all = new();
            await download.Content.CopyToAsync(all, 16, Token).WaitAsync(TimeSpan.FromSeconds(10), Token);
            return all.ToArray();
        }
    }

    private sealed class BreakingFile(byte[] file, int[] breaksAt) : HttpMessageHandler
    {
        private int _answers;

        public string Tag { get; init; } = "\"v1\"";

        public bool BreaksSilently { get; init; }

        public bool ChangesAfterFirst { get; init; }

        public bool IgnoresRanges { get; init; }

        public List<long?> Ranges { get; } = [];

        public List<string?> Conditions { get; } = [];

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            long? from = request.Headers.Range?.Ranges.Single().From;
            Ranges.Add(from);
            Conditions.Add(request.Headers.IfRange?.EntityTag?.ToString());
            int start = IgnoresRanges ? 0 : (int)(from ?? 0);
            int end = _answers < breaksAt.Length ? breaksAt[_answers] : file.Length;
            bool isPart = from is not null && !IgnoresRanges;
            HttpResponseMessage response = new(isPart ? HttpStatusCode.PartialContent : HttpStatusCode.OK)
            {
                Content = new StreamContent(new TornStream(file[start..end], isTorn: end < file.Length && !BreaksSilently)),
            };
            response.Headers.ETag = EntityTagHeaderValue.Parse(ChangesAfterFirst && _answers > 0 ? "\"v2\"" : Tag);
            response.Content.Headers.ContentLength = file.Length - start;
            response.Content.Headers.ContentRange = isPart ? new ContentRangeHeaderValue(start, file.Length - 1, file.Length) : null;
            _answers++;
            return Task.FromResult(response);
        }
    }

    private sealed class TornStream(byte[] bytes, bool isTorn) : MemoryStream(bytes)
    {
        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
            isTorn && Position == Length ? throw new IOException("The connection was reset.") : base.ReadAsync(buffer, cancellationToken);
    }
}
