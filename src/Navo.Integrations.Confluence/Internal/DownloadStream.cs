using Navo.Integrations.Abstractions;

namespace Navo.Integrations.Confluence.Internal;

/// <summary>The bytes of a download: as many as were declared and no more than allowed, or a failure. Its end is the end of the file.</summary>
internal sealed class DownloadStream(Stream source, DownloadLimits limits, TimeProvider time) : Stream
{
    private long _read;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => _read;
        set => throw new NotSupportedException();
    }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        using CancellationTokenSource idle = new(limits.Idle, time);
        using CancellationTokenSource either = CancellationTokenSource.CreateLinkedTokenSource(idle.Token, cancellationToken);
        try
        {
            return Count(await source.ReadAsync(buffer, either.Token).ConfigureAwait(false), buffer.Length);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw new IntegrationTimeoutException("The bytes of an attachment stopped arriving.");
        }
        catch (Exception failure) when (failure is IOException or HttpRequestException)
        {
            throw Broken(failure);
        }
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override int Read(byte[] buffer, int offset, int count)
    {
        try
        {
            return Count(source.Read(buffer, offset, count), count);
        }
        catch (Exception failure) when (failure is IOException or HttpRequestException)
        {
            throw Broken(failure);
        }
    }

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override async ValueTask DisposeAsync()
    {
        await source.DisposeAsync().ConfigureAwait(false);
        await base.DisposeAsync().ConfigureAwait(false);
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            source.Dispose();
        }

        base.Dispose(disposing);
    }

    private int Count(int read, int asked)
    {
        _read += read;
        if (_read > limits.MaxBytes)
        {
            throw DownloadLimits.TooLarge(limits.MaxBytes);
        }

        if (_read > limits.Expected)
        {
            throw new ProtocolException("The source gives more bytes of the attachment than it declared.");
        }

        return read > 0 || asked == 0 || limits.Expected is null || _read == limits.Expected
            ? read
            : throw new UnavailableException($"The transfer of the attachment ended after {_read} of {limits.Expected} bytes.");
    }

    private static UnavailableException Broken(Exception failure) => new("The transfer of the attachment broke off.", failure);
}
