using System.Text;
using CsCheck;
using Navo.Integrations.Abstractions;
using Navo.Integrations.Core.Caching;
using Navo.Integrations.Core.Pipeline;
using Navo.Integrations.Core.Tests.Pipeline;
using Navo.Integrations.Tests;

namespace Navo.Integrations.Core.Tests.Caching;

public sealed class CacheKeyTests
{
    private static readonly string?[] Awkward = [null, "", "a", "b", "ab", "é", "\ud800", "\udfff", "\0", "a\0", "\0a"];

    private static readonly Gen<string?> Argument = Gen.OneOf(
        Gen.Int[0, Awkward.Length - 1].Select(i => Awkward[i]),
        Gen.String.Select(text => (string?)text));

    [Fact]
    public void T01_equal_calls_have_equal_keys_and_any_difference_makes_another() =>
        Gen.Select(Argument.Array[0, 4], Argument.Array[0, 4]).SampleSeeded((one, other) =>
            (Key(arguments: one) == Key(arguments: other)) == one.SequenceEqual(other));

    [Fact]
    public void T01_the_memo_gives_the_same_keys_and_compares_every_part()
    {
        var memo = new CacheKeyMemo(Samples.Confluence, string.Empty);
        Gen.Select(Gen.Bool, Gen.Bool, Argument.Array[0, 3]).SampleSeeded((isAnn, isSearch, arguments) =>
        {
            AccessContext reader = isAnn ? Samples.Ann : Samples.Bob;
            IntegrationOperation operation = isSearch ? Samples.Search : Samples.GetContent;
            string expected = CacheKey.Of(Samples.Confluence, string.Empty, operation, reader, arguments);
            return memo.KeyOf(operation, reader, arguments) == expected && memo.KeyOf(operation, reader, arguments) == expected;
        });
    }

    [Fact]
    public void T01_identities_with_the_same_hash_still_differ_by_reader_operation_and_arguments()
    {
        var one = new CallIdentity(Samples.Search, "ann", ["a"]);
        Assert.True(one.Equals(new CallIdentity(Samples.Search, "ann", ["a"])));
        Assert.False(one.Equals(new CallIdentity(Samples.Search, "bob", ["a"])));
        Assert.False(one.Equals(new CallIdentity(Samples.GetContent, "ann", ["a"])));
        Assert.False(one.Equals(new CallIdentity(Samples.Search, "ann", ["b"])));
    }

    [Fact]
    public void The_memo_does_not_grow_without_bound_and_stays_right()
    {
        var memo = new CacheKeyMemo(Samples.Confluence, string.Empty);
        for (int i = 0; i < 10_000; i++)
        {
            string?[] arguments = [i.ToString(System.Globalization.CultureInfo.InvariantCulture)];
            Assert.Equal(CacheKey.Of(Samples.Confluence, string.Empty, Samples.Search, Samples.Ann, arguments), memo.KeyOf(Samples.Search, Samples.Ann, arguments));
        }
    }

    [Fact]
    public void A_change_of_the_array_after_the_call_does_not_reach_the_memo()
    {
        var memo = new CacheKeyMemo(Samples.Confluence, string.Empty);
        string?[] arguments = ["a"];
        string key = memo.KeyOf(Samples.Search, Samples.Ann, arguments);
        arguments[0] = "b";
        Assert.NotEqual(key, memo.KeyOf(Samples.Search, Samples.Ann, arguments));
        Assert.Equal(key, memo.KeyOf(Samples.Search, Samples.Ann, ["a"]));
    }

    [Fact]
    public void T01_reader_integration_instance_and_operation_each_make_another_key()
    {
        string[] keys =
        [
            Key(),
            Key(reader: Samples.Bob),
            Key(reader: AccessContext.Service),
            Key(integration: "sharepoint"),
            Key(integration: "confluence:legal"),
            Key(operation: Samples.GetContent),
            Key(realm: "https://your-company.atlassian.net/ ann"),
            Key(arguments: ["x"]),
        ];
        Assert.Equal(keys.Length, keys.Distinct().Count());
    }

    [Fact]
    public void T08_a_key_reveals_nothing()
    {
        string key = Key(arguments: ["the secret plan", "SPACE"]);
        Assert.Matches("^navo:[1-4][A-Za-z0-9_-]{43}$", key);
        Assert.DoesNotContain("secret", Encoding.UTF8.GetString(System.Buffers.Text.Base64Url.DecodeFromChars(key.AsSpan(5))), StringComparison.Ordinal);
    }

    [Fact]
    public void A_long_text_has_a_key_too() => Assert.NotEqual(Key(arguments: [new string('x', 5000)]), Key(arguments: [new string('x', 5001)]));

    public static TheoryData<string?[], string?[]> AlikeTexts => new()
    {
        { [null], [""] },
        { ["ab", "c"], ["a", "bc"] },
        { ["é"], ["è"] },
        { ["éa", "b"], ["é", "ab"] },
        { ["Ł"], ["A\u0001"] },                          // the same bytes, as UTF-16 and as ASCII
        { ["ŁŁŁŁŁŁab", "bbbb"], ["ŁŁŁŁŁŁcd", "bbbb"] },
        { [null, "a"], ["a", null] },
    };

    [Theory]
    [MemberData(nameof(AlikeTexts))]
    public void T01_lists_that_look_alike_when_they_are_written_down_have_keys_of_their_own(string?[] one, string?[] other)
    {
        Assert.NotEqual(Key(arguments: one), Key(arguments: other));
        Assert.NotEqual(KeyParts.Many(one), KeyParts.Many(other));
    }

    private static string Key(
        string integration = "confluence", IntegrationOperation? operation = null, AccessContext? reader = null, string realm = "", params string?[] arguments) =>
        CacheKey.Of(IntegrationName.Parse(integration), realm, operation ?? Samples.Search, reader ?? Samples.Ann, arguments);
}
