using Navo.Integrations.Testing.Confluence;

namespace Navo.Integrations.Live.Tests;

public sealed class SimulatedCloudForUserTests() : SimulatedConfluenceTests(ConfluenceEdition.Cloud, asService: false);
