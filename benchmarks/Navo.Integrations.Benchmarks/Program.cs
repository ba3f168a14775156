using System.Globalization;
using System.Runtime;
using Navo.Integrations.Benchmarks;

if (args is ["serve"])
{
    await SearchServer.RunAsync();
    return 0;
}

if (args is ["serve-graph"])
{
    await GraphServer.RunAsync();
    return 0;
}

if (args is ["serve-gpt"])
{
    await GptServer.RunAsync();
    return 0;
}

if (args is ["serve-sync"])
{
    await SyncServer.RunAsync();
    return 0;
}

if (args is ["sync-peak", string syncAddress, string items])
{
    await SyncBenchmark.PeakAsync(new(syncAddress), int.Parse(items, CultureInfo.InvariantCulture));
    return 0;
}

if (args is ["download", string graphAddress])
{
    await SharePointBenchmark.PeakAsync(new(graphAddress));
    return 0;
}

if (args is ["extract", string path])
{
    await ExtractionBenchmark.PeakAsync(path);
    return 0;
}

Cores.Pin(first: true);
if (args is ["extraction"])
{
    IReadOnlyList<Row> extraction = await ExtractionBenchmark.RunAsync();
    Table.Print(extraction);
    return extraction.All(r => r.IsMet) ? 0 : 1;
}

if (args is ["sharepoint"])
{
    await using ServerProcess graph = await ServerProcess.StartAsync("serve-graph");
    Row[] sharePoint = await SharePointBenchmark.RunAsync(graph.Address);
    Table.Print(sharePoint);
    return sharePoint.All(r => r.IsMet) ? 0 : 1;
}

if (args is ["sync"])
{
    await using ServerProcess library = await ServerProcess.StartAsync("serve-sync");
    IReadOnlyList<Row> sync = await SyncBenchmark.RunAsync(library.Address);
    Table.Print(sync);
    return sync.All(r => r.IsMet) ? 0 : 1;
}

if (args is ["gpt"])
{
    await using ServerProcess openAi = await ServerProcess.StartAsync("serve-gpt");
    IReadOnlyList<Row> gpt = await GptBenchmark.RunAsync(openAi.Address);
    Table.Print(gpt);
    return gpt.All(r => r.IsMet) ? 0 : 1;
}

await using ServerProcess server = await ServerProcess.StartAsync("serve");
Row[] rows = [.. await SearchBenchmark.RunAsync(server.Address), await CacheBenchmark.RunAsync(server.Address), MarkupBenchmark.Run()];
Console.WriteLine($".NET {Environment.Version}, {Environment.ProcessorCount} cores, server GC {GCSettings.IsServerGC}, search answer {SearchAnswer.Json.Length / 1000.0:N1} kB");
Console.WriteLine();
Table.Print(rows);
return rows.All(r => r.IsMet) ? 0 : 1;
