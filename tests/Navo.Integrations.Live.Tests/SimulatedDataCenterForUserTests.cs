using Navo.Integrations.Testing.Confluence;

namespace Navo.Integrations.Live.Tests;

public sealed class SimulatedDataCenterForUserTests() : SimulatedConfluenceTests(ConfluenceEdition.DataCenter, asService: false);
