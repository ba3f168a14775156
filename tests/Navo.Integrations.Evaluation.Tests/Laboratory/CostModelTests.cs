using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Navo.Integrations.Abstractions;
using Navo.Integrations.EnterpriseGpt;
using Navo.Integrations.Testing.SharePoint.Model;

namespace Navo.Integrations.Evaluation.Tests.Laboratory;

/// <summary>How many requests an operation costs with nothing kept: the table of docs/performance.md. Once more right after, it costs none.</summary>
public sealed class CostModelTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("confluence", "search", 1)]
    [InlineData("confluence", "search as reader", 3)]
    [InlineData("confluence", "content", 6)]
    [InlineData("confluence", "content as reader", 7)]
    [InlineData("confluence", "metadata", 5)]
    [InlineData("confluence", "permission", 1)]
    [InlineData("sharepoint", "search", 4)]
    [InlineData("sharepoint", "content", 7)]
    [InlineData("sharepoint", "content as reader", 9)]
    [InlineData("sharepoint", "metadata", 5)]
    [InlineData("sharepoint", "permission", 3)]
    [InlineData("enterprise-gpt", "answer", 1)]
    public async Task An_operation_costs_as_many_requests_as_the_page_says(string source, string operation, int requests)
    {
        await using Company company = await Company.StartAsync(cancellationToken: Token);
        IIntegration integration = company.Services.GetRequiredService<IIntegrationCatalog>()[source];
        GraphItem file = company.Graph.Tenant.Find("Deployment process.md");
        ContentId id = source == "sharepoint"
            ? new($"drives/{file.DriveId}/items/{file.Id}")
            : new(company.Confluence.Site.State.Contents.Values.First(static page => page.Title == "Deployment process").Id.ToString(CultureInfo.InvariantCulture));
        AccessContext reader = operation is "permission" || operation.EndsWith("as reader", StringComparison.Ordinal) ? company.Readers["ben"].Access : AccessContext.Service;
        await integration.CheckHealthAsync(Token); // signs in

        Task RunAsync() => CallAsync(integration, operation.Split(' ')[0], id, reader);
        string[] first = await RequestsAsync(company, RunAsync);
        Assert.True(requests == first.Length, $"{first.Length}:\n{string.Join('\n', first)}");
        Assert.Empty(await RequestsAsync(company, RunAsync));
    }

    private static async Task<string[]> RequestsAsync(Company company, Func<Task> call)
    {
        company.Confluence.ClearRequests();
        company.Graph.ClearRequests();
        company.OpenAi.ClearRequests();
        await call();
        return [.. company.Confluence.Requests.Concat(company.Graph.Requests).Concat(company.OpenAi.Requests).Select(static request => $"{request.Method} {request.PathAndQuery}")];
    }

    private static Task CallAsync(IIntegration integration, string operation, ContentId id, AccessContext reader) => operation switch
    {
        "search" => integration.SearchAsync(new("deployment"), reader, Token),
        "content" => integration.GetContentAsync(id, reader, Token),
        "metadata" => integration.GetMetadataAsync(id, reader, Token),
        "permission" => integration.CheckPermissionsAsync(id, reader, Token),
        _ => ((IEnterpriseGptClient)integration).GenerateResponseAsync(new("Why?"), reader, Token),
    };
}
