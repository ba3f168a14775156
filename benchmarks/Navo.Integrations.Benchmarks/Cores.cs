using System.Diagnostics;

namespace Navo.Integrations.Benchmarks;

/// <summary>Client on one core, server on another, so that they do not take turns.</summary>
internal static class Cores
{
    public static void Pin(bool first)
    {
        if (Environment.ProcessorCount > 1 && (OperatingSystem.IsLinux() || OperatingSystem.IsWindows()))
        {
            using var self = Process.GetCurrentProcess();
            self.ProcessorAffinity = first ? 1 : 2;
        }
    }
}
