using Navo.Integrations.Abstractions;

namespace Navo.Integrations.Core.Registration;

/// <summary>One registered integration: its name, and how to get it.</summary>
internal sealed record IntegrationRegistration(IntegrationName Name, Func<IServiceProvider, IIntegration> Resolve);
