using Navo.Integrations.Testing.Confluence;

namespace Navo.Integrations.Live.Tests;

public sealed class SimulatedDataCenterForServiceTests() : SimulatedConfluenceTests(ConfluenceEdition.DataCenter, asService: true);
