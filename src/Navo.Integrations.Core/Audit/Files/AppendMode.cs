using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace Navo.Integrations.Core.Audit.Files;

/// <summary>Asks the system itself to put every write at the end of the file (O_APPEND), where it can: then not even another process can overwrite a record.</summary>
internal static class AppendMode
{
    private const int SetFlags = 4;       // F_SETFL
    private const int Append = 0x400;     // O_APPEND on Linux

    public static void Set(SafeFileHandle file)
    {
        if (OperatingSystem.IsLinux() && Control(file, SetFlags, Append) != 0)
        {
            throw new IOException($"The file could not be opened for appending only (error {Marshal.GetLastPInvokeError()}).");
        }
    }

    [DllImport("libc", EntryPoint = "fcntl", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Control(SafeFileHandle file, int command, int argument);
}
