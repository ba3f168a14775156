namespace Navo.Integrations.Benchmarks;

/// <summary>What can be measured, by name, in the order of the table. Each starts the servers that it needs in processes of their own.</summary>
internal static class Suites
{
    public static IReadOnlyList<(string Name, Func<Task<IReadOnlyList<Row>>> RunAsync)> All { get; } =
    [
        ("search", SearchAsync),
        ("flows", FlowsAsync),
        ("sharepoint", SharePointAsync),
        ("gpt", GptAsync),
        ("extraction", ExtractionBenchmark.RunAsync),
        ("sync", SyncAsync),
        ("native", NativeBenchmark.RunAsync),
    ];

    private static async Task<IReadOnlyList<Row>> SearchAsync()
    {
        await using ServerProcess server = await ServerProcess.StartAsync("serve");
        return [.. await SearchBenchmark.RunAsync(server.Address), await CacheBenchmark.RunAsync(server.Address), MarkupBenchmark.Run(), await FirstAnswerBenchmark.RunAsync(server.Address)];
    }

    private static async Task<IReadOnlyList<Row>> FlowsAsync()
    {
        await using ServerProcess fast = await ServerProcess.StartAsync("serve-flow", "5"), middle = await ServerProcess.StartAsync("serve-flow", "10"), slow = await ServerProcess.StartAsync("serve-flow", "20");
        return [.. await FlowBenchmark.RunAsync(fast.Address), .. await LoadBenchmark.RunAsync(fast.Address, middle.Address, slow.Address)];
    }

    private static async Task<IReadOnlyList<Row>> SharePointAsync()
    {
        await using ServerProcess graph = await ServerProcess.StartAsync("serve-graph");
        return await SharePointBenchmark.RunAsync(graph.Address);
    }

    private static async Task<IReadOnlyList<Row>> GptAsync()
    {
        await using ServerProcess openAi = await ServerProcess.StartAsync("serve-gpt");
        return await GptBenchmark.RunAsync(openAi.Address);
    }

    private static async Task<IReadOnlyList<Row>> SyncAsync()
    {
        await using ServerProcess library = await ServerProcess.StartAsync("serve-sync");
        return await SyncBenchmark.RunAsync(library.Address);
    }
}
