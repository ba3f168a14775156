using System.Diagnostics;

namespace Navo.Integrations.Benchmarks;

/// <summary>Client on one core, server on another, so that they do not take turns.</summary>
internal static class Cores
{
    private const string Variable = "NAVO_BENCHMARK_CORE";
    private const string Pinned = "pinned";
    private const string Free = "free";

    /// <summary>
    /// Where the runtime counts one processor it waits a second after the last method that was compiled for the first time before it so much as counts calls, and a minute passes until the code is as
    /// good as it gets. Told not to wait, it is done within a few seconds. What is compiled in the end is the same, but for a profile that begins earlier.
    /// </summary>
    private const string CountingDelay = "DOTNET_TC_CallCountingDelayMs";

    /// <summary>
    /// Starts this program once more on one core, where it is not yet, and waits for it. Only a process that begins on one core counts one, and so neither spins while it waits for work nor has
    /// threads elsewhere; an affinity that is set later holds for what comes after it.
    /// </summary>
    /// <param name="args">The arguments.</param>
    /// <returns>What the program returned; null where this process is to do the work itself.</returns>
    public static int? Relaunch(string[] args)
    {
        string? core = Environment.GetEnvironmentVariable(Variable);
        bool isAlone = core is null && Environment.ProcessorCount == 1;
        if (core == Pinned || isAlone || !(OperatingSystem.IsLinux() || OperatingSystem.IsWindows()))
        {
            return null;
        }

        using var self = Process.GetCurrentProcess();
        self.ProcessorAffinity = IsServer(args) ? 2 : 1; // a child begins where the thread is that starts it
        ProcessStartInfo start = new(Environment.ProcessPath!, args);
        start.Environment[Variable] = Pinned;
        start.Environment[CountingDelay] = "0";
        Process child = Process.Start(start) ?? throw new InvalidOperationException("The program did not start once more.");
        AppDomain.CurrentDomain.ProcessExit += (_, _) => child.Kill(); // nothing where it has ended
        child.WaitForExit();
        return child.ExitCode;
    }

    /// <summary>Has a server look for a core of its own, where the program that starts it has one.</summary>
    public static void Release(ProcessStartInfo server)
    {
        if (Environment.GetEnvironmentVariable(Variable) == Pinned)
        {
            server.Environment[Variable] = Free;
        }
    }

    /// <summary>This program once more, to be measured as a whole: with the runtime as it comes.</summary>
    public static ProcessStartInfo Whole(params string[] command) => Other(Environment.ProcessPath!, command);

    /// <summary>Another program, to be measured as a whole.</summary>
    public static ProcessStartInfo Other(string program, params string[] command)
    {
        ProcessStartInfo start = new(program, command) { RedirectStandardOutput = true };
        start.Environment.Remove(CountingDelay);
        return start;
    }

    /// <summary>The runtime lets garbage grow with the processor's cache, which is the machine's affair: where memory is measured, to 4 MiB.</summary>
    public static ProcessStartInfo WithLittleGarbage(ProcessStartInfo start)
    {
        start.Environment["DOTNET_GCgen0size"] = "400000"; // hexadecimal; a native program takes no prefix
        return start;
    }

    private static bool IsServer(string[] args) => args is [{ } first, ..] && first.StartsWith("serve", StringComparison.Ordinal);
}
