using Navo.Integrations.Abstractions;

namespace Navo.Integrations.Core.Sync;

/// <summary>One registered service, by whose name it is found.</summary>
internal sealed record ContentSyncRegistration(IntegrationName Name);
