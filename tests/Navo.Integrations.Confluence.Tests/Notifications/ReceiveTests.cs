using System.Text;
using Navo.Integrations.Confluence.Internal.Notifications;
using Navo.Integrations.Core.Notifications;

namespace Navo.Integrations.Confluence.Tests.Notifications;

/// <summary>What comes in is proven or refused.</summary>
public sealed class ReceiveTests
{
    private static readonly NotificationVerdict Forged = new NotificationVerdict.Refused(NotificationRefusal.Forged);
    private static readonly NotificationVerdict Replayed = new NotificationVerdict.Refused(NotificationRefusal.Replayed);
    private static readonly NotificationVerdict Malformed = new NotificationVerdict.Refused(NotificationRefusal.Malformed);

    [Fact]
    public async Task T09_a_signature_counts_with_and_without_prefix_and_in_any_case()
    {
        await using HookedSite site = await HookedSite.StartAsync();
        int number = 0;
        foreach (Func<string, string> form in (IEnumerable<Func<string, string>>)[hex => hex, hex => $"sha256={hex}", hex => hex.ToUpperInvariant(), hex => $"SHA256={hex.ToUpperInvariant()}", hex => $" sha256={hex} "])
        {
            string body = site.Event(name: $"page_updated{number++}");
            Assert.Equal("AAA", Assert.Single(Accepted(site.Receive(body, form(HookedSite.Sign(body))))).Partition);
        }
    }

    [Fact]
    public async Task T09_one_flipped_bit_forges()
    {
        await using HookedSite site = await HookedSite.StartAsync();
        string body = site.Event();
        byte[] signature = Convert.FromHexString(HookedSite.Sign(body));
        for (int bit = 0; bit < signature.Length * 8; bit++)
        {
            signature[bit / 8] ^= (byte)(1 << (bit % 8));
            Assert.Equal(Forged, site.Receive(body, Convert.ToHexStringLower(signature)));
            signature[bit / 8] ^= (byte)(1 << (bit % 8));
        }

        Assert.Equal(Forged, site.Receive(body + " ", HookedSite.Sign(body)));
        Assert.Single(Accepted(site.Receive(body, HookedSite.Sign(body))));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("sha256=")]
    [InlineData("sha1=da39a3ee5e6b4b0d3255bfef95601890afd80709")]
    [InlineData("{0}00")]
    [InlineData("half")]
    [InlineData("of another secret")]
    [InlineData("zz")]
    public async Task T09_what_is_not_signed_by_the_secret_is_refused(string? signature)
    {
        await using HookedSite site = await HookedSite.StartAsync();
        string body = site.Event(), right = HookedSite.Sign(body);
        Assert.Equal(Forged, site.Receive(body, signature switch
        {
            "{0}00" => right + "00",
            "half" => right[..32],
            "of another secret" => HookedSite.Sign(body, "another-secret-of-length"),
            "zz" => "zz" + right[2..],
            _ => signature,
        }));
    }

    [Fact]
    public async Task T09_an_event_is_taken_once()
    {
        await using HookedSite site = await HookedSite.StartAsync();
        string body = site.Event(), timeless = """{"event":"page_updated","page":{"spaceKey":"AAA"}}""";
        Accepted(site.ReceiveSigned(body));
        Accepted(site.ReceiveSigned(timeless));
        Assert.Equal(Replayed, site.ReceiveSigned(body));
        Assert.Equal(Replayed, site.Receive(body, $"sha256={HookedSite.Sign(body).ToUpperInvariant()}"));
        site.Time.Advance(TimeSpan.FromMinutes(4));
        Assert.Equal((Replayed, Replayed), (site.ReceiveSigned(body), site.ReceiveSigned(timeless)));
        site.Time.Advance(TimeSpan.FromMinutes(7));
        Assert.Equal(Replayed, site.ReceiveSigned(body)); // too old by now
    }

    [Theory]
    [InlineData(-300_000, true)]
    [InlineData(-300_001, false)]
    [InlineData(300_000, true)]
    [InlineData(300_001, false)]
    public async Task T09_an_event_of_another_time_is_refused(long offset, bool isTaken)
    {
        await using HookedSite site = await HookedSite.StartAsync();
        NotificationVerdict verdict = site.ReceiveSigned(site.Event(at: site.Now + offset));
        Assert.Equal(isTaken, verdict is NotificationVerdict.Accepted);
        Assert.Equal(Replayed, site.ReceiveSigned($$"""{"timestamp":{{long.MinValue}},"event":"page_updated"}"""));
    }

    [Fact]
    public async Task T09_one_from_the_future_is_not_taken_again_when_its_time_comes()
    {
        await using HookedSite site = await HookedSite.StartAsync();
        string body = site.Event(at: site.Now + 299_000);
        Accepted(site.ReceiveSigned(body));
        site.Time.Advance(TimeSpan.FromMinutes(9));
        Assert.Equal(Replayed, site.ReceiveSigned(body));
    }

    [Fact]
    public async Task T09_what_is_remembered_is_bounded_and_the_oldest_goes()
    {
        await using HookedSite site = await HookedSite.StartAsync();
        SeenSignatures seen = new(site.Time);
        for (int i = 0; i <= SeenSignatures.Capacity; i++)
        {
            Assert.True(seen.TryAdd(BitConverter.GetBytes(i), TimeSpan.FromMinutes(5)));
        }

        Assert.False(seen.TryAdd(BitConverter.GetBytes(SeenSignatures.Capacity), TimeSpan.FromMinutes(5)));
        Assert.True(seen.TryAdd(BitConverter.GetBytes(0), TimeSpan.FromMinutes(5)));
        site.Time.Advance(TimeSpan.FromMinutes(6));
        Assert.True(seen.TryAdd(BitConverter.GetBytes(SeenSignatures.Capacity), TimeSpan.FromMinutes(5)));
    }

    [Theory]
    [InlineData(HookedSite.OldSecret, true)]
    [InlineData(null, false)]
    public async Task Row054_the_previous_secret_counts_while_it_is_given(string? previous, bool counts)
    {
        await using HookedSite site = await HookedSite.StartAsync(options => options.Notifications.PreviousSecret = previous);
        string body = site.Event();
        Assert.Equal(counts, site.Receive(body, HookedSite.Sign(body, HookedSite.OldSecret)) is NotificationVerdict.Accepted);
        Assert.IsType<NotificationVerdict.Accepted>(site.ReceiveSigned(site.Event("BBB")));
    }

    [Theory]
    [InlineData("""{"event":"page_updated","page":{"spaceKey":"AAA"}}""", "Changed AAA")]
    [InlineData("""{"webhookEvent":"blog_created","blog":{"space":{"key":"AAA"}}}""", "Changed AAA")]
    [InlineData("""{"eventType":"comment_created","comment":{"id":1},"parent":{"spaceKey":"BBB"}}""", "Changed BBB")]
    [InlineData("""{"event":"attachment_created","attachment":{"id":1},"attachedTo":{"spaceKey":"BBB"}}""", "Changed BBB")]
    [InlineData("""{"event":"content_permissions_updated","content":{"spaceKey":"AAA"}}""", "AccessChanged AAA")]
    [InlineData("""{"event":"space_permissions_updated","space":{"key":"AAA"}}""", "AccessChanged AAA")]
    [InlineData("""{"event":"space_removed","spaceKey":"AAA"}""", "Changed AAA")]
    [InlineData("""{"event":"group_removed","group":{"groupName":"staff"}}""", "AccessChanged ")]
    [InlineData("""{"event":"user_deactivated"}""", "AccessChanged ")]
    [InlineData("""{"event":"something_new","page":{"spaceKey":7}}""", "Changed ")]
    [InlineData("""{"page":{"spaceKey":"AAA"}}""", "AccessChanged AAA", "content_permissions_updated")]
    [InlineData("{}", "Changed ")]
    [InlineData("""{"test":true}""", null, "diagnostics:ping")]
    public async Task Row054_an_event_says_which_space_and_whether_access_changed(string body, string? expected, string? key = null)
    {
        await using HookedSite site = await HookedSite.StartAsync();
        Assert.Equal(expected, Accepted(site.ReceiveSigned(body, key)).Select(told => $"{told.Kind} {told.Partition}").SingleOrDefault());
    }

    [Fact]
    public async Task Row054_a_test_of_the_connection_is_answered_and_nothing_comes_of_it()
    {
        await using HookedSite site = await HookedSite.StartAsync();
        Assert.Empty(Accepted(site.Receive("""{"test":true}""", null)));
        Assert.Equal(Forged, site.Receive("""{"test":true,"event":"page_updated","page":{"spaceKey":"AAA"}}""", null));
        Assert.Equal(Forged, site.Receive("""{"test":true}""", HookedSite.Sign("other")));
    }

    [Fact]
    public async Task Row054_spaces_outside_of_the_boundary_are_left_out()
    {
        await using HookedSite site = await HookedSite.StartAsync(options => options.Spaces = ["AAA"]);
        Assert.Single(Accepted(site.ReceiveSigned(site.Event("AAA"))));
        NotificationVerdict.Accepted outside = Assert.IsType<NotificationVerdict.Accepted>(site.ReceiveSigned(site.Event("BBB")));
        Assert.Equal((0, 1), (outside.Notifications.Count, outside.Ignored));
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("{")]
    [InlineData("""{"event":"\ud800"}""")]
    [InlineData("""{"timestamp":"yesterday"}""")]
    [InlineData("""{"timestamp":1.5}""")]
    [InlineData("""{"timestamp":{}}""")]
    public async Task T09_what_is_no_event_is_refused_though_it_is_signed(string body)
    {
        await using HookedSite site = await HookedSite.StartAsync();
        Assert.Equal(Malformed, site.ReceiveSigned(body));
    }

    [Fact]
    public async Task T09_no_mutation_throws_and_none_is_taken_unsigned()
    {
        await using HookedSite site = await HookedSite.StartAsync();
        string genuine = $$"""{"timestamp":{{site.Now}},"event":"page_updated","userKey":"k","page":{"id":1,"spaceKey":"AAA","title":"é \u00e9 \\"},"space":{"key":"AAA"},"test":false}""";
        Random random = new(54);
        for (int i = 0; i < 20_000; i++)
        {
            byte[] bytes = Encoding.UTF8.GetBytes(genuine);
            for (int times = random.Next(1, 5); times > 0; times--)
            {
                int at = random.Next(bytes.Length);
                bytes = random.Next(3) switch
                {
                    0 => [.. bytes[..at], (byte)random.Next(256), .. bytes[at..]],
                    1 => [.. bytes[..at], .. bytes[Math.Min(bytes.Length, at + random.Next(1, 9))..], (byte)'}'],
                    _ => [.. bytes[..at], .. "{\"[]}:,\\0u"u8[random.Next(9)..], .. bytes[at..]],
                };
            }

            string signature = Convert.ToHexString(System.Security.Cryptography.HMACSHA256.HashData(Encoding.UTF8.GetBytes(HookedSite.Secret), bytes));
            site.Source.Receive(new() { Body = bytes, Headers = new Dictionary<string, string> { ["X-Hub-Signature"] = signature } });
            bool isSame = bytes.AsSpan().SequenceEqual(Encoding.UTF8.GetBytes(genuine));
            Assert.True(isSame || site.Source.Receive(new() { Body = bytes, Headers = new Dictionary<string, string> { ["X-Hub-Signature"] = HookedSite.Sign(genuine) } }) == Forged);
        }
    }

    [Fact]
    public async Task T08_no_secret_leaves()
    {
        await using HookedSite site = await HookedSite.StartAsync(options => options.Notifications.PreviousSecret = HookedSite.OldSecret);
        await site.MaintainAsync();
        site.Simulator.Faults.Add("/webhooks", Testing.Faults.Fault.Status(500, $$"""{"message":"{{HookedSite.Secret}}"}"""));
        Exception failure = await Assert.ThrowsAnyAsync<Abstractions.IntegrationException>(() => site.Hooks.RegisterAsync(TestContext.Current.CancellationToken));
        ConfluenceOptions options = new() { Notifications = { Secret = HookedSite.Secret, PreviousSecret = HookedSite.OldSecret } };
        string left = $"{site.Output} {site.ReceiveSigned(site.Event())} {site.Hook} {options} {System.Text.Json.JsonSerializer.Serialize(options.Notifications)}";

        Assert.DoesNotContain("canary-current", left, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("canary-previous", left, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("canary", string.Join(' ', site.Simulator.Requests.Select(request => request.Body)), StringComparison.OrdinalIgnoreCase);
        Assert.NotNull(failure);
    }

    private static IReadOnlyList<SourceNotification> Accepted(NotificationVerdict verdict) => Assert.IsType<NotificationVerdict.Accepted>(verdict).Notifications;
}
