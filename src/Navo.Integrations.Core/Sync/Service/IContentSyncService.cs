using Navo.Integrations.Abstractions;

namespace Navo.Integrations.Core.Sync;

/// <summary>A service that keeps a copy in step, registered under the integration's name as the key.</summary>
public interface IContentSyncService
{
    /// <summary>The integration.</summary>
    IntegrationName Name { get; }

    /// <summary>How it is getting on.</summary>
    ContentSyncStatus Status { get; }
}
