using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Diagnosers;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Loggers;
using BenchmarkDotNet.Reports;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;

namespace Navo.Integrations.Benchmarks;

/// <summary>What a call costs that does not leave the process: BenchmarkDotNet, in this process, for the servers are this one's.</summary>
internal static class Small
{
    /// <summary>Runs the one benchmark of a class: the times of its iterations in microseconds, and the bytes of one call.</summary>
    public static (double[] Microseconds, long Bytes) Run<T>()
    {
        Summary summary = BenchmarkRunner.Run<T>(ManualConfig.CreateEmpty()
            .AddLogger(NullLogger.Instance)
            .AddJob(Job.Default.WithMaxIterationCount(30).WithToolchain(InProcessEmitToolchain.Instance))
            .AddDiagnoser(MemoryDiagnoser.Default)
            .WithArtifactsPath(Path.Combine(Path.GetTempPath(), "navo-benchmark"))
            .WithOptions(ConfigOptions.DisableLogFile));
        BenchmarkReport? report = summary.Reports is [{ Success: true, ResultStatistics: not null } only] ? only : null;
        return report is null
            ? throw new InvalidOperationException($"{typeof(T).Name} failed: {string.Join(" ", summary.ValidationErrors.Select(static error => error.Message))}")
            : ([.. report.ResultStatistics!.OriginalValues.Select(static nanoseconds => nanoseconds / 1000)], report.GcStats.GetBytesAllocatedPerOperation(report.BenchmarkCase) ?? 0);
    }
}
