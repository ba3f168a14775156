namespace Navo.Integrations.Benchmarks;

/// <summary>What hand-written code would send and read.</summary>
internal static class LeanGpt
{
    internal sealed record Request(string Model, string Instructions, Message[] Input, int MaxOutputTokens, double Temperature, bool Store);

    internal sealed record Message(string Role, string Content);

    internal sealed record Response(string? Status, string? Model, List<Output>? Output, Usage? Usage);

    internal sealed record Output(string? Type, List<Part>? Content);

    internal sealed record Part(string? Type, string? Text);

    internal sealed record Usage(int InputTokens, int OutputTokens);
}
