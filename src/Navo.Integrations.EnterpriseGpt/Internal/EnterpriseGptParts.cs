namespace Navo.Integrations.EnterpriseGpt.Internal;

/// <summary>The desks behind the door.</summary>
internal sealed record EnterpriseGptParts
{
    public required GenerationDesk Generation { get; init; }

    public required StreamDesk Streams { get; init; }

    public required LanguageDesk Language { get; init; }

    public required UsageDesk Usage { get; init; }

    public required AdministrationDesk Administration { get; init; }

    public required VectorStoreSearch Search { get; init; }

    public required VectorStoreReads Reads { get; init; }

    public required EnterpriseGptHealth Health { get; init; }
}
