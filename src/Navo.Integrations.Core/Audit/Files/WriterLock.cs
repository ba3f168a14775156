using Microsoft.Win32.SafeHandles;

namespace Navo.Integrations.Core.Audit.Files;

/// <summary>Makes a process the only writer of an audit file, by a file beside it that nobody else may open meanwhile. It ends with the process.</summary>
internal sealed class WriterLock : IDisposable
{
    private readonly SafeFileHandle _handle;

    public WriterLock(string path)
    {
        try
        {
            _handle = File.OpenHandle(path + ".lock", FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException taken) when (taken is not (DirectoryNotFoundException or PathTooLongException))
        {
            throw new IOException("The audit file could not be taken for this writer alone: one that is chained or set aside has no other.", taken);
        }
    }

    public void Dispose() => _handle.Dispose();
}
