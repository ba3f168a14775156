namespace Navo.Integrations.Confluence.Tests.Resources;

/// <summary>A transfer from which nothing comes any more.</summary>
internal sealed class SilentStream() : UnknownLengthStream([])
{
    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, cancellationToken);
        return 0;
    }
}
