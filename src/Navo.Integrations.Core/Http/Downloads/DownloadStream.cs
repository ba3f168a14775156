using Navo.Integrations.Abstractions;

namespace Navo.Integrations.Core.Http.Downloads;

/// <summary>The bytes of a download: as many as were declared and no more than allowed, or a failure. Its end is the end of the file.</summary>
internal sealed class DownloadStream(
    DownloadPart first,
    DownloadRequest limits,
    Func<DownloadPart, long, CancellationToken, Task<DownloadPart?>> resume,
    TimeProvider time) : Stream
{
    private CancellationTokenSource _idle = new();
    private DownloadPart _part = first;
    private bool _isTimed;
    private int _resumed;
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

    public static ProtocolException TooLarge(DownloadRequest limits) => new($"The {limits.What} is larger than {limits.MaxBytes} bytes.")
    {
        Remedy = $"Raise the option {limits.MaxBytesOption} if {limits.What}s may be so large.",
    };

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        while (true)
        {
            int read = 0;
            IntegrationException? broken = null;
            try
            {
                read = await ReadPartAsync(buffer, cancellationToken).ConfigureAwait(false);
                broken = read == 0 && buffer.Length > 0 ? EndedEarly() : null;
            }
            catch (UnavailableException failure)
            {
                broken = failure;
            }

            if (broken is null)
            {
                return Count(read);
            }

            if (!await TryResumeAsync(cancellationToken).ConfigureAwait(false))
            {
                throw broken;
            }
        }
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    // Nothing below needs the caller's context, so that waiting here is safe; a read of the wire's own would wait as long as the source does.
    public override int Read(byte[] buffer, int offset, int count) => ReadAsync(buffer.AsMemory(offset, count)).AsTask().GetAwaiter().GetResult();

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _part.Dispose();
            _idle.Dispose();
        }

        base.Dispose(disposing);
    }

    /// <summary>One source of the idle time serves all reads that it does not end: a large file takes tens of thousands of them.</summary>
    private async ValueTask<int> ReadPartAsync(Memory<byte> buffer, CancellationToken cancellationToken)
    {
        CancellationTokenSource idle = StartIdle();
        using CancellationTokenRegistration caller = cancellationToken.UnsafeRegister(static source => ((CancellationTokenSource)source!).Cancel(), idle);
        try
        {
            return await _part.Bytes.ReadAsync(buffer, idle.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw new IntegrationTimeoutException($"The bytes of the {limits.What} stopped arriving.");
        }
        catch (OperationCanceledException)
        {
            throw new OperationCanceledException(cancellationToken);
        }
        catch (Exception failure) when (IsOfTransfer(failure))
        {
            throw Broken(failure);
        }
        finally
        {
            idle.CancelAfter(Timeout.InfiniteTimeSpan);
        }
    }

    private CancellationTokenSource StartIdle()
    {
        if (_isTimed && _idle.TryReset())
        {
            _idle.CancelAfter(limits.Idle);
            return _idle;
        }

        _isTimed = true;
        _idle.Dispose();
        return _idle = new(limits.Idle, time);
    }

    private async Task<bool> TryResumeAsync(CancellationToken cancellationToken)
    {
        if (_resumed >= limits.MaxResumes || !_part.CanResume)
        {
            return false;
        }

        _resumed++;
        DownloadPart? next = await resume(_part, _read, cancellationToken).ConfigureAwait(false);
        if (next is null)
        {
            return false;
        }

        _part.Dispose();
        _part = next;
        return true;
    }

    private int Count(int read)
    {
        _read += read;
        if (_read > limits.MaxBytes)
        {
            throw TooLarge(limits);
        }

        return _read > limits.Size ? throw new ProtocolException($"The source gives more bytes of the {limits.What} than it declared.") : read;
    }

    private UnavailableException? EndedEarly() =>
        limits.Size is { } size && _read < size ? new($"The transfer of the {limits.What} ended after {_read} of {size} bytes.") : null;

    /// <summary>Damaged compression shows itself as invalid data or, with Brotli, as an invalid operation.</summary>
    private static bool IsOfTransfer(Exception failure) => failure is IOException or HttpRequestException or InvalidDataException or (InvalidOperationException and not ObjectDisposedException);

    private IntegrationException Broken(Exception failure) => failure is IOException or HttpRequestException
        ? new UnavailableException($"The transfer of the {limits.What} broke off.", failure)
        : new ProtocolException($"The compression of the {limits.What}'s bytes is damaged.");
}
