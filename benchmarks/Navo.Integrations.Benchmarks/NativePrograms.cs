using System.ComponentModel;
using System.Diagnostics;
using System.Reflection;
using System.Runtime.InteropServices;

namespace Navo.Integrations.Benchmarks;

/// <summary>The native programs, published to a folder of their own that goes with this object.</summary>
internal sealed class NativePrograms : IDisposable
{
    private const string Variable = "NAVO_BENCHMARK_NATIVE";
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory();

    /// <summary>Publishes where the suite is asked for and this is not yet the process on one core, on which it would take a quarter of an hour.</summary>
    public static NativePrograms? PublishFor(string[] args)
    {
        if (Environment.GetEnvironmentVariable(Variable) is not null || (args.Length > 0 && !args.Contains("native")))
        {
            return null;
        }

        Console.Error.WriteLine("native programs …");
        NativePrograms programs = new();
        Environment.SetEnvironmentVariable(Variable, programs._folder.FullName);
        try
        {
            programs.Publish(isBare: false);
            programs.Publish(isBare: true);
        }
        catch (Exception failure) when (failure is Win32Exception or IOException)
        {
            Console.Error.WriteLine(failure.Message); // what is not there is not measured, and its row says so
        }

        return programs;
    }

    /// <summary>Ours and the bare one; null for one that could not be published.</summary>
    public static (string? Ours, string? Bare) Find() => (Find("ours"), Find("bare"));

    public void Dispose() => _folder.Delete(recursive: true);

    private static string? Find(string name)
    {
        string program = Path.Combine(Environment.GetEnvironmentVariable(Variable) ?? string.Empty, name, "Navo.Integrations.Benchmarks.Native" + (OperatingSystem.IsWindows() ? ".exe" : string.Empty));
        return File.Exists(program) ? program : null;
    }

    /// <summary>Nothing is written beside the sources: neither their lock files nor what is built of them.</summary>
    private void Publish(bool isBare)
    {
        string project = typeof(NativePrograms).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(static data => data.Key == "NativeProject").Value!;
        string target = Path.Combine(_folder.FullName, isBare ? "bare" : "ours"), build = target + ".build";
        ProcessStartInfo start = new("dotnet", ["publish", project, "-c", "Release", "-r", RuntimeInformation.RuntimeIdentifier, "--artifacts-path", build, "-o", target, "-p:PublishAot=true", "-p:TreatWarningsAsErrors=false", $"-p:LockFolder={build}", "-p:RestoreLockedMode=false", $"-p:Bare={isBare}", "-p:RunAnalyzers=false", "-p:UseSharedCompilation=false", "-nodeReuse:false", "-v:quiet", "-nologo"])
        {
            RedirectStandardOutput = true, // the table is what this program prints
        };
        using Process publish = Process.Start(start)!;
        Console.Error.Write(publish.StandardOutput.ReadToEnd());
        publish.WaitForExit();
        Directory.Delete(build, recursive: true);
    }
}
