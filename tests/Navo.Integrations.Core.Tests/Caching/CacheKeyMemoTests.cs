using System.Globalization;
using Navo.Integrations.Abstractions;
using Navo.Integrations.Core.Caching;
using Navo.Integrations.Core.Tests.Pipeline;

namespace Navo.Integrations.Core.Tests.Caching;

public sealed class CacheKeyMemoTests
{
    private readonly CacheKeyMemo _memo = new(Samples.Confluence, string.Empty);

    [Theory]
    [InlineData(512, 0, true)]
    [InlineData(256, 256, true)]
    [InlineData(513, 0, false)]
    [InlineData(256, 257, false)]
    public void Only_short_texts_are_remembered_so_that_the_memory_has_a_bound(int one, int other, bool isRemembered)
    {
        string?[] arguments = [new('x', one), null, new('y', other)];

        Assert.Equal(isRemembered, ReferenceEquals(KeyOf(arguments), KeyOf(arguments)));
        Assert.Equal(KeyOf(arguments), KeyOf(arguments));
    }

    [Fact]
    public void All_is_forgotten_at_once_when_the_memory_is_full_and_what_is_asked_next_is_remembered_again()
    {
        string first = KeyOf("first");
        Fill(4094, "a");
        Assert.Same(first, KeyOf("first"));

        Fill(1, "b");
        string again = KeyOf("first");
        Assert.Equal(first, again);
        Assert.NotSame(first, again);

        Fill(4094, "c");
        Assert.Same(again, KeyOf("first"));
        Fill(1, "d");
        Assert.NotSame(again, KeyOf("first"));
    }

    [Theory]
    [InlineData('x')]
    [InlineData('é')]
    public void Texts_of_any_length_have_keys_of_their_own_also_where_the_stack_ends(char letter)
    {
        AccessContext reader = AccessContext.ForUser(new(PrincipalSchemes.AtlassianAccount, "ann"));

        HashSet<string> keys = [.. Enumerable.Range(400, 700).Select(length => CacheKey.Of(Samples.Confluence, string.Empty, Samples.Search, reader, [new(letter, length), "é"]))];

        Assert.Equal(700, keys.Count);
    }

    private void Fill(int count, string prefix)
    {
        for (int i = 0; i < count; i++)
        {
            KeyOf(prefix + i.ToString(CultureInfo.InvariantCulture));
        }
    }

    private string KeyOf(params string?[] arguments) => _memo.KeyOf(Samples.Search, Samples.Ann, arguments);
}
