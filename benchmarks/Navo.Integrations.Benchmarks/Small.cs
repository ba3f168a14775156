using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Diagnosers;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Loggers;
using BenchmarkDotNet.Reports;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;
using Perfolizer.Mathematics.OutlierDetection;

namespace Navo.Integrations.Benchmarks;

/// <summary>What a call costs that does not leave the process: BenchmarkDotNet, in this process, for the servers are this one's.</summary>
internal static class Small
{
    /// <summary>Runs the one benchmark of a class: the times of its iterations in microseconds, and the bytes of one call.</summary>
    public static (double[] Microseconds, long Bytes) Run<T>()
    {
        DirectoryInfo folder = Directory.CreateTempSubdirectory();
        Summary summary = BenchmarkRunner.Run<T>(ManualConfig.CreateEmpty()
            .AddLogger(NullLogger.Instance)
            .AddJob(Job.Default.WithMaxIterationCount(30).WithOutlierMode(OutlierMode.DontRemove).WithToolchain(InProcessEmitToolchain.Instance))
            .AddDiagnoser(MemoryDiagnoser.Default)
            .WithArtifactsPath(folder.FullName)
            .WithOptions(ConfigOptions.DisableLogFile));
        folder.Delete(recursive: true);
        BenchmarkReport? report = summary.Reports is [{ Success: true, ResultStatistics: not null } only] ? only : null;
        return report is null
            ? throw new InvalidOperationException($"{typeof(T).Name} failed: {string.Join(" ", summary.ValidationErrors.Select(static error => error.Message))}")
            : ([.. report.ResultStatistics!.OriginalValues.Select(static nanoseconds => nanoseconds / 1000)], report.GcStats.GetBytesAllocatedPerOperation(report.BenchmarkCase) ?? throw new InvalidOperationException($"The bytes of {typeof(T).Name} were not measured."));
    }
}
