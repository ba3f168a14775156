using Navo.Integrations.Testing.Confluence;

namespace Navo.Integrations.Live.Tests;

public sealed class SimulatedCloudForServiceTests() : SimulatedConfluenceTests(ConfluenceEdition.Cloud, asService: true);
