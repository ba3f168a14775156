using Navo.Integrations.Testing.Confluence;

namespace Navo.Integrations.Live.Tests;

public sealed class SimulatedGatewayForUserTests() : SimulatedConfluenceTests(ConfluenceEdition.CloudGateway, asService: false);
