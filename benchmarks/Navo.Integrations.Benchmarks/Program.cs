using System.Globalization;
using System.Runtime;
using Navo.Integrations.Benchmarks;

using NativePrograms? native = NativePrograms.PublishFor(args);
if (Cores.Relaunch(args) is { } ended)
{
    return ended;
}

// This program once more, as a server or as a process that is measured as a whole.
Task? part = args switch
{
    ["serve"] => SearchServer.RunAsync(),
    ["serve-graph"] => GraphServer.RunAsync(),
    ["serve-gpt"] => GptServer.RunAsync(),
    ["serve-sync"] => SyncServer.RunAsync(),
    ["serve-flow", string milliseconds] => FlowServer.RunAsync(TimeSpan.FromMilliseconds(int.Parse(milliseconds, CultureInfo.InvariantCulture))),
    ["extract", string path] => ExtractionBenchmark.PeakAsync(path),
    ["first-bare", string address] => BareAnswer.RunAsync(new(address)),
    _ => Whole.Find(args),
};
if (part is not null)
{
    await part;
    return 0;
}

var chosen = Suites.All.Where(suite => args.Length == 0 || args.Contains(suite.Name)).ToArray();
if (chosen.Length < Math.Max(args.Length, 1))
{
    await Console.Error.WriteLineAsync($"Measured can be: {string.Join(", ", Suites.All.Select(static suite => suite.Name))}; without a name all.");
    return 2;
}

List<Row> rows = [];
foreach (var suite in chosen)
{
    await Console.Error.WriteLineAsync($"{suite.Name} …");
    rows.AddRange(await suite.RunAsync());
}

Console.WriteLine($".NET {Environment.Version}, {Environment.ProcessorCount} core for the client, server GC {GCSettings.IsServerGC}");
Console.WriteLine();
Table.Print(rows);
return rows.All(static row => row.IsMet) ? 0 : 1;
