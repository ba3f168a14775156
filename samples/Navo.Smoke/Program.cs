using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Navo.Integrations.Abstractions;
using Navo.Integrations.EnterpriseGpt;
using Navo.Smoke;

using CancellationTokenSource stop = new(TimeSpan.FromSeconds(30));
using CannedConfluence server = new();
using CannedOpenAi openAi = new();
IConfiguration configuration = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
{
    ["Navo:Integrations:Confluence:BaseUrl"] = server.Start(stop.Token).AbsoluteUri,
    ["Navo:Integrations:Confluence:Deployment"] = "Cloud",
    ["Navo:Integrations:Confluence:Username"] = "smoke@example.com",
    ["Navo:Integrations:Confluence:ApiToken"] = "not-a-secret",
    ["Navo:Integrations:EnterpriseGpt:BaseUrl"] = new Uri(openAi.Start(stop.Token), "v1/").AbsoluteUri,
    ["Navo:Integrations:EnterpriseGpt:ApiKey"] = "not-a-secret",
}).Build();
await using ServiceProvider services = new ServiceCollection().AddNavoIntegrations(configuration).Services.BuildServiceProvider();

IIntegration confluence = services.GetRequiredService<IIntegrationCatalog>()["confluence"];
AccessContext reader = AccessContext.ForUser(new(PrincipalSchemes.AtlassianAccount, "smoke"));
SearchPage page = await confluence.SearchAsync(new("native"), reader, stop.Token);
KnowledgeContent content = await confluence.GetContentAsync(page.Hits[0].Id, reader, stop.Token);
PermissionDecision decision = await confluence.CheckPermissionsAsync(page.Hits[0].Id, reader, stop.Token);
Console.WriteLine($"{page.Hits[0].Title}: {content.Markdown.Trim()} ({decision.Outcome})");

using MemoryStream file = new("<html><body><h1>Native</h1><p>It <b>reads</b>.</p></body></html>"u8.ToArray());
ExtractionOutcome text = await services.GetRequiredService<ITextExtractor>().ExtractAsync(new() { Content = file, FileName = "native.html" }, stop.Token);
Console.WriteLine($"{text.MediaType}: {text.Status}");
bool answers = await EnterpriseGptSmoke.RunAsync(services.GetRequiredService<IEnterpriseGptClient>(), reader, content, stop.Token);
return text.Markdown.Contains("It **reads**.", StringComparison.Ordinal) && content.Markdown.Contains("**runs**", StringComparison.Ordinal) && decision.IsAllowed && answers ? 0 : 1;
