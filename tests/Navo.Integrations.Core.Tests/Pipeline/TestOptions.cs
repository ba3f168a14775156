namespace Navo.Integrations.Core.Tests.Pipeline;

internal sealed class TestOptions : IntegrationOptions;
