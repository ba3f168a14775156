using System.Diagnostics;
using System.Globalization;

namespace Navo.Integrations.Benchmarks;

/// <summary>What this program does as a process that is measured as a whole. The native one is made of the same files.</summary>
internal static class Whole
{
    /// <summary>The work of a command; null where it is none of these.</summary>
    public static Task? Find(string[] args) => args switch
    {
        ["first-ours", string address] => OurAnswer.RunAsync(new(address)),
        ["download", string address] => DownloadPeak.RunAsync(new(address)),
        ["sync-peak", string graph, string items] => SyncPeak.RunAsync(new(graph), int.Parse(items, CultureInfo.InvariantCulture)),
        _ => null,
    };

    /// <summary>Tells the most memory that this process had until now.</summary>
    public static void PrintPeak()
    {
        using Process self = Process.GetCurrentProcess();
        Console.WriteLine(self.PeakWorkingSet64.ToString(CultureInfo.InvariantCulture));
    }
}
