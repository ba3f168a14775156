using Microsoft.Extensions.DependencyInjection;
using Navo.Integrations.Abstractions;
using Navo.Integrations.SharePoint.Api;
using Navo.Integrations.SharePoint.Internal;
using Refit;

namespace Navo.Integrations.SharePoint.Tests.Adversary;

/// <summary>Answers within a batch that are broken, doubled, absent or nobody's.</summary>
public sealed class HostileBatchTests
{
    private const int Asked = 4;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public static TheoryData<string> Broken =>
    [
        """{"id":"2","status":200}""",
        """{"id":"2","status":200,"body":null}""",
        """{"id":"2","status":200,"body":"eyJ2YWx1ZSI6W119"}""",
        """{"id":"2","status":200,"body":[]}""",
        """{"id":"2","status":429,"body":{"error":{"code":"\ud800"}}}""",
        """{"id":"2","status":404,"body":{"error":{"code":"a","innerError":{"code":"\udfff"}}}}""",
        """{"id":"2","status":99999}""",
        """{"id":"2","status":-1}""",
        """{"id":"2","status":404,"headers":{"":"x","bad name":"y","Retry-After":"soon\r\nX: y"},"body":"text"}""",
        """{"id":"2","status":302,"headers":{"Location":"https://evil.example/"}}""",
    ];

    [Theory, MemberData(nameof(Broken))]
    public async Task F16_one_broken_answer_fails_that_request_only(string broken)
    {
        await using HostileSharePoint sharePoint = new();
        IReadOnlyList<GraphBatchAnswer> answers = await SendAsync(sharePoint, [Good(1), broken, Good(3), Good(4), Good(77), "null"]);
        for (int i = 0; i < Asked; i++)
        {
            Exception? failure = Record.Exception(() => answers[i].Read(Api.Wire.GraphJson.Default.GraphListDtoString));
            Assert.True(i == 1 ? failure is IntegrationException or System.Text.Json.JsonException : failure is null, $"{i}: {failure}");
        }

        sharePoint.AssertKept();
    }

    [Theory]
    [InlineData("1,2,3,4,1")]
    [InlineData("1,2,3")]
    [InlineData("1,2,3,77")]
    public async Task F16_a_batch_that_does_not_answer_each_once_is_refused(string ids)
    {
        await using HostileSharePoint sharePoint = new();
        string[] answers = [.. ids.Split(',').Select(id => Good(int.Parse(id, System.Globalization.CultureInfo.InvariantCulture)))];
        await Assert.ThrowsAsync<ProtocolException>(() => SendAsync(sharePoint, answers));
    }

    private static Task<IReadOnlyList<GraphBatchAnswer>> SendAsync(HostileSharePoint sharePoint, string[] answers)
    {
        sharePoint.Graph.On("/$batch", $$"""{"responses":[{{string.Join(',', answers)}}]}""");
        SharePointConnection connection = sharePoint.Services.GetRequiredKeyedService<SharePointConnection>("sharepoint");
        HttpClient http = sharePoint.Services.GetRequiredService<IHttpClientFactory>().CreateClient("navo:sharepoint");
        GraphBatch batch = new(RestService.ForGenerated<IGraphApi>(http, SharePointRefit.Settings), connection.Pacer, () => connection.HttpSettings, sharePoint.Time);
        return batch.SendAsync([.. Enumerable.Range(0, Asked).Select(i => GraphBatchRequest.Get($"/drives/x/items/{i}"))], Token);
    }

    private static string Good(int id) => $$$"""{"id":"{{{id}}}","status":200,"body":{"value":["x"]}}""";
}
