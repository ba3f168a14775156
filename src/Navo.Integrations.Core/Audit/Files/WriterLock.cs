using System.Globalization;
using System.Text;
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

    /// <summary>The number of the last file that was set aside, wherever it is now; 0 before the first.</summary>
    public int LastNumber
    {
        get
        {
            byte[] digits = new byte[16];
            int read = RandomAccess.Read(_handle, digits, 0);
            return int.TryParse(digits.AsSpan(0, read), NumberStyles.None, CultureInfo.InvariantCulture, out int number) ? number : 0;
        }

        set
        {
            RandomAccess.SetLength(_handle, 0);
            RandomAccess.Write(_handle, Encoding.ASCII.GetBytes(value.ToString(CultureInfo.InvariantCulture)), 0);
        }
    }

    public void Dispose() => _handle.Dispose();
}
