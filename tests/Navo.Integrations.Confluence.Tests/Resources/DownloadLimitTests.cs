using Navo.Integrations.Confluence.Tests.Client;

namespace Navo.Integrations.Confluence.Tests.Resources;

public sealed class DownloadLimitTests
{
    [Theory]
    [InlineData(0L)]
    [InlineData((1L << 40) + 1)]
    public async Task Row019_a_limit_out_of_range_is_refused(long bytes)
    {
        await using ConfluenceHost host = new(o => o.MaxAttachmentBytes = bytes);
        Exception refused = Assert.ThrowsAny<Exception>(() => host.Client);
        Assert.Contains(nameof(ConfluenceOptions.MaxAttachmentBytes), refused.ToString(), StringComparison.Ordinal);
    }
}
