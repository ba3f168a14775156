using Microsoft.Extensions.Options;
using Navo.Integrations.Abstractions;
using Navo.Integrations.Core.Access;
using Navo.Integrations.Core.Pipeline.Failures;

namespace Navo.Integrations.Core.Registration;

/// <summary>Stands for an integration that could not be made: each call fails with the reason, and health tells it.</summary>
internal sealed class UnmadeIntegration(IntegrationName name, Exception cause, TimeProvider time) : IIntegration
{
    private readonly Decisions _decisions = new(time);

    public IntegrationName Name => name;

    public Task<SearchPage> SearchAsync(SearchQuery query, AccessContext reader, CancellationToken cancellationToken = default) => Task.FromException<SearchPage>(Failure());

    public Task<KnowledgeContent> GetContentAsync(ContentId id, AccessContext reader, CancellationToken cancellationToken = default) => Task.FromException<KnowledgeContent>(Failure());

    public Task<ContentMetadata> GetMetadataAsync(ContentId id, AccessContext reader, CancellationToken cancellationToken = default) => Task.FromException<ContentMetadata>(Failure());

    public Task<PermissionDecision> CheckPermissionsAsync(ContentId id, AccessContext reader, CancellationToken cancellationToken = default) =>
        Task.FromResult(_decisions.Of(id, reader, PermissionReason.SourceFailed, Failure().Message));

    public Task<IntegrationHealth> CheckHealthAsync(CancellationToken cancellationToken = default) =>
        Task.FromResult(new IntegrationHealth { Integration = name, Status = HealthState.Unhealthy, Description = Failure().Message, ResponseTime = TimeSpan.Zero, LastCheck = time.GetUtcNow() });

    public Task RefreshCredentialsAsync(CancellationToken cancellationToken = default) => Task.FromException(Failure());

    /// <summary>The words of options' rules and of our own failures hold no secret; those of others may.</summary>
    private IntegrationException Failure() => cause switch
    {
        IntegrationException own => own,
        OptionsValidationException invalid => new ConfigurationException($"The integration can't be made: {string.Join(" ", invalid.Failures)}"),
        _ => new ConfigurationException($"The integration can't be made: its factory failed with {cause.GetType().Name}.", HarmlessCause.Of(cause)),
    };
}
