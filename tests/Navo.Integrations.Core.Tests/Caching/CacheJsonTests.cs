using System.Text.Json;
using System.Text.Json.Nodes;
using Navo.Integrations.Abstractions;
using Navo.Integrations.Core.Caching.Serialization;
using Navo.Integrations.Core.Tests.Pipeline;

namespace Navo.Integrations.Core.Tests.Caching;

public sealed class CacheJsonTests
{
    private static readonly CacheEnvelope Envelope = new()
    {
        Schema = CacheEnvelope.CurrentSchema,
        Key = "navo:x",
        StoredAt = DateTimeOffset.UnixEpoch,
        Timestamp = 1,
        Expiration = 2,
        Metadata = Samples.Metadata(),
        Decision = Samples.Decision(PermissionOutcome.Allow),
    };

    [Theory]
    [InlineData("user:atlassian:ann")]
    [InlineData("service")]
    public void A_reader_comes_back_as_who_it_was(string key)
    {
        AccessContext reader = key == "service" ? AccessContext.Service : Samples.Ann;

        Assert.Equal(reader, ThereAndBack(Envelope with { Decision = Samples.Decision(PermissionOutcome.Allow, reader) }).Decision!.Reader);
    }

    [Fact]
    public void Ids_that_were_never_set_come_back_unset()
    {
        ContentMetadata unset = Samples.Metadata() with { Id = default, Source = default, Author = new PersonRef(default(PrincipalId), "Ann") };

        ContentMetadata back = ThereAndBack(Envelope with { Metadata = unset }).Metadata!;

        Assert.Equal((unset.Id, unset.Source, unset.Author), (back.Id, back.Source, back.Author));
    }

    [Theory]
    [InlineData("Item", "\u0001", "ContentId")]
    [InlineData("Item", 7, "ContentId")]
    [InlineData("Reader", "nobody in particular", "AccessContext")]
    [InlineData("Reader", "", "AccessContext")]
    [InlineData("Reader", true, "AccessContext")]
    public void An_id_that_is_none_is_told_by_its_kind_and_never_by_its_text(string member, object value, string kind)
    {
        JsonNode json = JsonNode.Parse(Write(Envelope))!;
        json["Decision"]![member] = JsonValue.Create(value);

        JsonException refusal = Assert.Throws<JsonException>(() => Read(json.ToJsonString()));

        Assert.StartsWith($"Not a {kind}.", refusal.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("nobody", refusal.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_result_is_found_whichever_kind_it_is()
    {
        CacheEnvelope empty = Envelope with { Metadata = null, Decision = null };

        Assert.Null(empty.Result());
        Assert.IsType<PermissionDecision>((empty with { Decision = Envelope.Decision }).Result());
        Assert.IsType<ContentMetadata>((empty with { Metadata = Envelope.Metadata }).Result());
        Assert.IsType<KnowledgeContent>((empty with { Content = Samples.Content() }).Result());
        Assert.IsType<SearchPage>((empty with { SearchPage = Samples.Page("1") }).Result());
    }

    private static CacheEnvelope ThereAndBack(CacheEnvelope envelope) => Read(Write(envelope));

    private static string Write(CacheEnvelope envelope) => JsonSerializer.Serialize(envelope, CacheJson.Default.CacheEnvelope);

    private static CacheEnvelope Read(string json) => JsonSerializer.Deserialize(json, CacheJson.Default.CacheEnvelope)!;
}
