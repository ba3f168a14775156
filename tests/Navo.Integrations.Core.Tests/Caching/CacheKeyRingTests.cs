using Navo.Integrations.Core.Caching;

namespace Navo.Integrations.Core.Tests.Caching;

public sealed class CacheKeyRingTests
{
    private const string Ones = "AQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQE=";
    private const string Twos = "AgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgI=";
    private const string Purpose = "a purpose";

    [Fact]
    public void The_first_key_encrypts_and_all_are_found_by_their_ids()
    {
        CacheKeyRing ring = CacheKeyRing.Read($" new : {Twos} , old:{Ones}")!;

        Assert.Equal("new", ring.First);
        Assert.All(ring.Find("new")!, b => Assert.Equal(2, b));
        Assert.All(ring.Find("old")!, b => Assert.Equal(1, b));
        Assert.Null(ring.Find("NEW"));
    }

    [Theory]
    [InlineData(1, true)]
    [InlineData(32, true)]
    [InlineData(33, false)]
    [InlineData(0, false)]
    public void An_id_has_one_to_thirty_two_characters(int length, bool isTaken) => Assert.Equal(isTaken, CacheKeyRing.Read($"{new string('k', length)}:{Ones}") is not null);

    [Theory]
    [InlineData("AZaz09-_", true)]
    [InlineData("k.1", false)]
    [InlineData("ké", false)]
    public void An_id_is_made_of_letters_digits_and_dashes(string id, bool isTaken) => Assert.Equal(isTaken, CacheKeyRing.Read($"{id}:{Ones}") is not null);

    [Theory]
    [InlineData(31)]
    [InlineData(33)]
    [InlineData(0)]
    public void A_key_of_another_length_is_none(int bytes) => Assert.Null(CacheKeyRing.Read($"k1:{Convert.ToBase64String(new byte[bytes])}"));

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(1000)]
    public void A_value_of_any_length_comes_back_and_is_never_encrypted_twice_alike(int length)
    {
        AesGcmCacheValueProtector protector = new(CacheKeyRing.Read($"k1:{Ones}")!);
        byte[] plain = [.. Enumerable.Range(0, length).Select(i => (byte)i)];

        byte[] one = protector.Protect(Purpose, plain), other = protector.Protect(Purpose, plain);

        Assert.NotEqual(one, other);
        Assert.Equal(plain, protector.Unprotect(Purpose, one));
        Assert.Equal(plain, protector.Unprotect(Purpose, other));
    }

    [Theory]
    [InlineData("")]
    [InlineData("01")]
    [InlineData("0100")]
    [InlineData("01FF")]
    [InlineData("0102")]
    public void Bytes_too_short_to_be_a_value_are_none(string hex) =>
        Assert.Null(new AesGcmCacheValueProtector(CacheKeyRing.Read($"k1:{Ones}")!).Unprotect(Purpose, Convert.FromHexString(hex)));
}
