using Navo.Integrations.Testing.OpenAi.Handbook;

namespace Navo.Integrations.Testing.OpenAi;

/// <content>The organization that is served when a test brings none.</content>
public sealed partial class OpenAiOrganization
{
    /// <summary>Models with their days of shutdown, a key of each kind, the store <c>vs_handbook</c> with what a company writes down, and <c>vs_public</c> with what it tells everybody.</summary>
    /// <param name="timeProvider">The clock by which things are dated; the system's if null.</param>
    /// <returns>The organization.</returns>
    public static OpenAiOrganization CreateBelievable(TimeProvider? timeProvider = null)
    {
        OpenAiOrganization organization = new(timeProvider);
        organization.AddKey();
        organization.AddAdminKey();
        foreach (OpenAiModel model in BelievableModels())
        {
            organization.Put(model);
        }

        HandbookBuilder.Fill(organization.AddVectorStore("vs_handbook", "Handbook"), "HANDBOOK");
        HandbookBuilder.Fill(organization.AddVectorStore("vs_public", "Public website"), "PUBLIC");
        return organization;
    }

    private static IEnumerable<OpenAiModel> BelievableModels() =>
    [
        new("gpt-4o") { ShutdownDate = new(2027, 1, 14), InputPrice = 2.50m, CachedPrice = 1.25m, OutputPrice = 10m },
        new("gpt-4o-mini") { ShutdownDate = new(2027, 1, 14), InputPrice = 0.15m, CachedPrice = 0.075m, OutputPrice = 0.60m },
        new("gpt-4.1") { ShutdownDate = new(2027, 1, 14), ContextWindow = 1_047_576, InputPrice = 2m, CachedPrice = 0.50m, OutputPrice = 8m },
        new("gpt-5.1") { ShutdownDate = new(2027, 4, 1), ContextWindow = 400_000, DefaultEffort = "none", InputPrice = 1.25m, CachedPrice = 0.125m, OutputPrice = 10m },
        new("gpt-6-luna") { ContextWindow = 400_000, InputPrice = 0.10m, CachedPrice = 0.01m, OutputPrice = 0.50m },
        new("gpt-6-sol") { ContextWindow = 400_000, InputPrice = 2m, CachedPrice = 0.20m, OutputPrice = 10m },
        new("omni-moderation-latest") { Kind = OpenAiModelKind.Moderation },
        new("text-embedding-3-small") { Kind = OpenAiModelKind.Embedding, InputPrice = 0.02m },
    ];
}
