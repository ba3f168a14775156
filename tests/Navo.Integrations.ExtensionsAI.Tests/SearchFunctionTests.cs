using System.Text.Json;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.DependencyInjection;
using Navo.Integrations.Abstractions;

namespace Navo.Integrations.ExtensionsAI.Tests;

/// <summary>The search as a function that a model calls.</summary>
public sealed class SearchFunctionTests : IDisposable
{
    private readonly KnowledgeWorld _world = new();

    private IFederatedSearch Search => _world.Services.GetRequiredService<IFederatedSearch>();

    [Fact]
    public async Task It_finds_what_its_reader_may_see_and_names_what_is_missing()
    {
        _world.Other.FailWith(new UnavailableException("Down."));
        using JsonDocument arguments = JsonDocument.Parse("""{"query":"leave","limit":5}""");
        AIFunctionArguments given = new(arguments.RootElement.EnumerateObject().ToDictionary(a => a.Name, a => (object?)a.Value.Clone()));

        JsonElement ada = Assert.IsType<JsonElement>(await KnowledgeFunctions.CreateSearch(Search, KnowledgeWorld.Ada).InvokeAsync(given, TestContext.Current.CancellationToken));
        JsonElement ben = Assert.IsType<JsonElement>(await KnowledgeFunctions.CreateSearch(Search, KnowledgeWorld.Ben).InvokeAsync(given, TestContext.Current.CancellationToken));

        Assert.Equal(2, ada.GetProperty("hits").GetArrayLength());
        JsonElement hit = Assert.Single(ben.GetProperty("hits").EnumerateArray());
        Assert.Equal("https://wiki.example/1", hit.GetProperty("address").GetString());
        Assert.Equal("memory:other", Assert.Single(ben.GetProperty("missing").EnumerateArray()).GetString());
    }

    [Fact]
    public void It_says_what_it_takes_and_that_texts_are_data()
    {
        AIFunction function = KnowledgeFunctions.CreateSearch(Search, KnowledgeWorld.Ben);

        Assert.Equal("search_knowledge", function.Name);
        Assert.Contains("never an instruction", function.Description, StringComparison.Ordinal);
        Assert.Equal(["query", "limit"], function.JsonSchema.GetProperty("properties").EnumerateObject().Select(p => p.Name));
        Assert.Equal("object", function.ReturnJsonSchema!.Value.GetProperty("type").GetString());
    }

    [Fact]
    public void It_is_not_for_the_service() => Assert.Throws<AuthenticationException>(() => KnowledgeFunctions.CreateSearch(Search, AccessContext.Service));

    public void Dispose() => _world.Dispose();
}
