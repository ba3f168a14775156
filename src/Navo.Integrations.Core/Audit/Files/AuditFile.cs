using Navo.Integrations.Abstractions;
using Navo.Integrations.Core.Audit.Chain;

namespace Navo.Integrations.Core.Audit.Files;

/// <summary>The file that records go to, and those that were set aside before it. One call at a time.</summary>
internal sealed class AuditFile(AuditFileOptions options) : IDisposable
{
    private readonly string _path = Path.GetFullPath(options.Path!);
    private readonly RotatedFiles _rotated = new(Path.GetFullPath(options.Path!));
    private readonly ChainWriter? _chain = options.Chain ? new(new(options.ChainKey is null ? null : ChainHash.ReadKey(options.ChainKey))) : null;
    private WriterLock? _lock;
    private AppendOnlyFile? _file;
    private DateOnly _day;

    private bool HasOneWriter => options.Chain || options.Daily || options.MaxBytes is not null;

    public async ValueTask AppendAsync(AuditRecord record, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        AuditText text = AuditText.Of(record, options.Format);
        AppendOnlyFile file = Open();
        byte[] line = await LinkAsync(text).ConfigureAwait(false);
        DateOnly day = DateOnly.FromDateTime(record.Timestamp.UtcDateTime);
        if (file.Length is > 0 and long length && (length + line.Length >= options.MaxBytes || (options.Daily && day > _day)))
        {
            SetAside();
            file = Open();
        }

        await file.AppendAsync(line, CancellationToken.None).ConfigureAwait(false);
        _chain?.Written();
        _day = day > _day ? day : _day;
    }

    public void Dispose()
    {
        _file?.Dispose();
        _lock?.Dispose();
    }

    private AppendOnlyFile Open()
    {
        if (_file is null)
        {
            _lock ??= HasOneWriter ? new(_path) : null;
            _file = new(_path);
            _day = _day == default && _file.Length > 0 ? DateOnly.FromDateTime(File.GetLastWriteTimeUtc(_path)) : _day;
        }

        return _file;
    }

    private async ValueTask<byte[]> LinkAsync(AuditText text)
    {
        if (_chain is null)
        {
            return text.Bytes;
        }

        if (!_chain.IsPlaced)
        {
            await Task.Run(() => _chain.Place([_path, .. _rotated.List().Reverse()])).ConfigureAwait(false); // it may have to read a lot, and the caller waits for so long only
        }

        return _chain.Link(text.Bytes, text.Depth);
    }

    private void SetAside()
    {
        _file?.Dispose();
        _file = null;
        _rotated.SetAside(_day, _lock!);
        _day = default;
        if (options.KeepFiles is { } count)
        {
            _rotated.Keep(count);
        }
    }
}
