using System.Text;
using System.Text.Json;
using Navo.Integrations.Confluence.Api.Wire;

namespace Navo.Integrations.Confluence.Tests.Mapping;

public sealed class RepeatedTextTests
{
    [Theory]
    [InlineData("Engineering")]
    [InlineData("Büro für Größe")]
    [InlineData("a \\\"quoted\\\" name\\u00e9")]
    public void An_equal_text_of_before_is_given_again(string json) => Assert.Same(Read(json).Name, Read(json).Name);

    [Fact]
    public void Whatever_was_read_before_each_text_is_its_own()
    {
        // Far more than are kept, so that most take the place of another.
        string[] texts = [.. Enumerable.Range(0, 5_000).Select(static n => $"space {n % 2_500} ü")];
        Assert.All(texts, static text => Assert.Equal(text, Read(text).Name));
        Assert.Equal((null, string.Empty), (JsonSerializer.Deserialize("""{"name":null}""", ConfluenceJson.Default.SearchSpaceDto)!.Name, Read(string.Empty).Name));
    }

    [Fact]
    public void Threads_do_not_take_each_others_text() =>
        Parallel.For(0, 20_000, static n => Assert.Equal($"space {n % 600}", Read($"space {n % 600}").Name));

    [Fact]
    public void A_text_that_is_hardly_said_twice_is_not_kept()
    {
        string text = new('x', 300);
        Assert.NotSame(Read(text).Name, Read(text).Name);
        Assert.Equal(text, Read(text).Name);
    }

    [Theory]
    [InlineData("7")]
    [InlineData("{}")]
    public void What_is_no_text_is_refused(string json) =>
        Assert.Throws<JsonException>(() => JsonSerializer.Deserialize($$"""{"name":{{json}}}""", ConfluenceJson.Default.SearchSpaceDto));

    [Fact]
    public void Bytes_that_are_no_text_are_refused()
    {
        byte[] json = Encoding.UTF8.GetBytes("""{"name":"ab"}""");
        json[9] = 0xFF;
        Assert.Throws<JsonException>(() => JsonSerializer.Deserialize(json, ConfluenceJson.Default.SearchSpaceDto));
    }

    private static SearchSpaceDto Read(string name) => JsonSerializer.Deserialize($$"""{"name":"{{name}}"}""", ConfluenceJson.Default.SearchSpaceDto)!;
}
