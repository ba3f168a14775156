using Microsoft.Extensions.DependencyInjection;
using Navo.Integrations.Abstractions;
using Navo.Integrations.Confluence;
using Navo.Integrations.Testing.Confluence;

await using ConfluenceSimulator simulator = await ConfluenceSimulator.StartAsync();  // with a Confluence of your own, this line goes
await using ServiceProvider services = new ServiceCollection().AddNavoIntegrations().AddConfluence(options =>
{
    options.BaseUrl = simulator.BaseUrl;                                             // https://your-site.atlassian.net
    options.Deployment = ConfluenceDeployment.Cloud;                                 // only a loopback address does not tell
    (options.Username, options.ApiToken) = (simulator.Username, simulator.ApiToken);
}).Services.BuildServiceProvider();
IConfluenceClient confluence = services.GetRequiredService<IConfluenceClient>();

foreach (string name in (string[])["ada", "ben"])
{
    AccessContext reader = AccessContext.ForUser(new(PrincipalSchemes.AtlassianAccount, simulator.Account(name).AccountId));
    SearchPage page = await confluence.SearchAsync(new SearchQuery("review") { Limit = 3 }, reader);
    Console.WriteLine($"{name} finds: {string.Join(", ", page.Hits.Select(hit => hit.Title))}");
}
