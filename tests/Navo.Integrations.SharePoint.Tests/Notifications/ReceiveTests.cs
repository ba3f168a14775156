using System.Text.Json.Nodes;
using Navo.Integrations.Core.Notifications;

namespace Navo.Integrations.SharePoint.Tests.Notifications;

/// <summary>What comes in is proven or left out.</summary>
public sealed class ReceiveTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Row053_a_proven_notification_names_the_partition_of_the_sync()
    {
        await using SubscribedTenant bench = await StartAsync();
        JsonObject entry = bench.Entry("alpha");
        SourceNotification told = Assert.Single(Accepted(bench.Receive(entry), ignored: 0));

        Assert.Equal((bench.Source.Name, NotificationKind.Changed, bench.File("alpha").DriveId), (told.Source, told.Kind, told.Partition));
        Assert.Equal(entry["subscriptionId"]!.GetValue<string>(), told.Subscription);
    }

    [Fact]
    public async Task Row053_many_in_one_request_are_told_each_and_the_same_once()
    {
        await using SubscribedTenant bench = await StartAsync();
        bench.Edit("alpha");
        bench.Edit("beta");
        Assert.Equal(["Changed alpha", "Changed beta"], await bench.TellAsync(together: true));
        JsonObject thrice = new() { ["value"] = new JsonArray(bench.Entry("alpha"), bench.Entry("alpha"), bench.Entry("alpha")) };
        Assert.Single(Accepted(bench.Receive(thrice.ToJsonString()), ignored: 0));
    }

    [Fact]
    public async Task Row053_a_lost_notification_is_made_good_by_the_next()
    {
        await using SubscribedTenant bench = await StartAsync();
        await bench.Bench.RunAsync();
        bench.Edit("alpha");
        Assert.Equal(1, bench.Simulator.LoseNotifications());
        Assert.Empty(await bench.TellAsync());
        bench.Tenant.AddFile(bench.Tenant.Items[bench.File("alpha").ParentId!], "new.txt", "text");
        Assert.Equal(["Changed alpha"], await bench.TellAsync());
        Assert.Equal(["changed alpha.txt", "new new.txt"], await bench.Bench.TellAsync());
    }

    [Theory]
    [InlineData("no state")]
    [InlineData("empty")]
    [InlineData("another library's")]
    [InlineData("first half only")]
    [InlineData("second half wrong")]
    [InlineData("first half wrong")]
    [InlineData("one character longer")]
    [InlineData("of another secret")]
    public async Task T09_a_forged_state_is_left_out_and_nobody_is_told(string forgery)
    {
        await using SubscribedTenant bench = await StartAsync();
        JsonObject entry = bench.Entry("alpha");
        string state = entry["clientState"]!.GetValue<string>();
        entry["clientState"] = forgery switch
        {
            "no state" => null,
            "empty" => string.Empty,
            "another library's" => bench.Entry("beta")["clientState"]!.GetValue<string>(),
            "first half only" => state[..43],
            "second half wrong" => state[..^1] + (state[^1] == 'A' ? 'B' : 'A'),
            "first half wrong" => (state[0] == 'A' ? 'B' : 'A') + state[1..],
            "one character longer" => state + "A",
            _ => Convert.ToBase64String(System.Security.Cryptography.SHA512.HashData([1])).TrimEnd('=').PadRight(86, 'A')[..86],
        };
        Assert.Empty(Accepted(bench.Receive(entry), ignored: 1));
        JsonObject both = new() { ["value"] = new JsonArray(entry.DeepClone(), bench.Entry("beta")) };
        Assert.Single(Accepted(bench.Receive(both.ToJsonString()), ignored: 1));
    }

    [Theory]
    [InlineData("9b0e9f2a-0000-4c6e-8d2f-5a3c3f1f1a10")]
    [InlineData("contoso.onmicrosoft.com")]
    [InlineData(null)]
    public async Task T09_a_notification_of_another_tenant_is_left_out(string? tenant)
    {
        await using SubscribedTenant bench = await StartAsync();
        JsonObject entry = bench.Entry("alpha");
        entry["tenantId"] = tenant;
        Assert.Empty(Accepted(bench.Receive(entry), ignored: 1));
    }

    [Fact]
    public async Task T09_a_state_is_of_one_tenant_also_where_the_tenant_is_told_by_its_domain()
    {
        await using SubscribedTenant bench = await StartAsync();
        JsonObject entry = bench.Entry("alpha");
        await using SubscribedTenant other = await SubscribedTenant.StartAsync(options => options.TenantId = "fabrikam.onmicrosoft.com");
        Assert.Empty(Accepted(other.Receive(entry), ignored: 1));
    }

    [Theory]
    [InlineData(SubscribedTenant.OldSecret, true)]
    [InlineData(null, false)]
    public async Task Row053_after_a_rotation_the_previous_secret_counts_while_it_is_given(string? previous, bool counts)
    {
        await using SubscribedTenant before = await SubscribedTenant.StartAsync(options => options.Notifications.Secret = SubscribedTenant.OldSecret);
        await before.MaintainAsync();
        await using SubscribedTenant after = await SubscribedTenant.StartAsync(options => options.Notifications.PreviousSecret = previous);
        Assert.Equal(counts ? 1 : 0, Accepted(after.Receive(before.Entry("alpha")), ignored: counts ? 0 : 1).Count);
    }

    [Fact]
    public async Task Row053_news_of_a_subscription_are_proven_on_a_machine_that_knows_nothing()
    {
        await using SubscribedTenant maker = await StartAsync();
        await using SubscribedTenant stranger = await SubscribedTenant.StartAsync();
        JsonObject entry = maker.Entry("alpha");
        entry.Remove("resource");
        entry.Remove("changeType");
        foreach ((string said, NotificationKind kind) in (IEnumerable<(string, NotificationKind)>)[
            ("reauthorizationRequired", NotificationKind.ReauthorizationRequired), ("subscriptionRemoved", NotificationKind.SubscriptionRemoved), ("missed", NotificationKind.Missed)])
        {
            entry["lifecycleEvent"] = said;
            SourceNotification told = Assert.Single(Accepted(stranger.Receive(entry), ignored: 0));
            Assert.Equal((kind, null), (told.Kind, told.Partition));
        }

        entry["lifecycleEvent"] = "somethingNew";
        Assert.Empty(Accepted(stranger.Receive(entry), ignored: 1));
    }

    [Theory]
    [InlineData("/drives/{0}/root", true)]
    [InlineData("Drives/{0}/Root/", true)]
    [InlineData("drives('{0}')/root", false)]
    public async Task Row053_the_resource_is_known_however_it_is_written_or_may_be_any(string form, bool isKnown)
    {
        await using SubscribedTenant bench = await StartAsync();
        JsonObject entry = bench.Entry("alpha");
        entry["resource"] = string.Format(System.Globalization.CultureInfo.InvariantCulture, form, bench.File("alpha").DriveId);
        Assert.Equal(isKnown ? bench.File("alpha").DriveId : null, Assert.Single(Accepted(bench.Receive(entry), ignored: 0)).Partition);
    }

    [Theory]
    [InlineData("Validation: Testing client application reachability for subscription Request-Id: 42 +&é", true)]
    [InlineData("<script>alert(1)</script>", false)]
    [InlineData("a\r\nSet-Cookie: b", false)]
    [InlineData("", false)]
    public async Task T09_the_handshake_echoes_plain_text_only(string token, bool isPlain)
    {
        await using SubscribedTenant bench = await SubscribedTenant.StartAsync();
        NotificationVerdict verdict = bench.Source.Receive(new() { Body = default, Query = new Dictionary<string, string> { ["validationToken"] = token } });
        Assert.Equal(isPlain ? new NotificationVerdict.Handshake(token) : new NotificationVerdict.Refused(NotificationRefusal.Malformed), verdict);
        Assert.IsType<NotificationVerdict.Refused>(bench.Source.Receive(new() { Body = default, Query = new Dictionary<string, string> { ["validationToken"] = new('a', 2049) } }));
    }

    [Fact]
    public async Task T09_nothing_is_taken_where_no_address_is_configured()
    {
        await using SubscribedTenant bench = await SubscribedTenant.StartAsync(options => options.Notifications.Url = null);
        Assert.Equal(new NotificationVerdict.Refused(NotificationRefusal.NotConfigured), bench.Receive("""{"value":[]}"""));
        Assert.Equal(
            new NotificationVerdict.Refused(NotificationRefusal.NotConfigured),
            bench.Source.Receive(new() { Body = default, Query = new Dictionary<string, string> { ["validationToken"] = "token" } }));
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("""{"value":null}""")]
    [InlineData("""{"value":{}}""")]
    [InlineData("""{"value":[7]}""")]
    [InlineData("""{"value":[{"clientState":7}]}""")]
    [InlineData("""{"value":[{"clientState":"\ud800"}]}""")]
    [InlineData("""{"value":[]""")]
    public async Task T09_what_is_no_batch_of_notifications_is_refused(string body)
    {
        await using SubscribedTenant bench = await SubscribedTenant.StartAsync();
        Assert.Equal(new NotificationVerdict.Refused(NotificationRefusal.Malformed), bench.Receive(body));
    }

    [Fact]
    public async Task T09_a_flood_in_one_request_is_refused()
    {
        await using SubscribedTenant bench = await SubscribedTenant.StartAsync();
        Assert.IsType<NotificationVerdict.Refused>(bench.Receive($$"""{"value":[{{string.Join(',', Enumerable.Repeat("null", 5001))}}]}"""));
        Assert.IsType<NotificationVerdict.Refused>(bench.Receive($$"""{"value":[],"x":"{{new string('x', 4 << 20)}}"}"""));
        Assert.Empty(Accepted(bench.Receive("""{"value":[null]}"""), ignored: 1));
    }

    [Fact]
    public async Task T09_no_mutation_of_a_genuine_body_throws_or_proves_another_library()
    {
        await using SubscribedTenant bench = await StartAsync();
        byte[] genuine = System.Text.Encoding.UTF8.GetBytes(new JsonObject { ["value"] = new JsonArray(bench.Entry("alpha"), bench.Entry("beta")) }.ToJsonString());
        HashSet<string?> known = [.. bench.Drives, null];
        Random random = new(53);
        for (int i = 0; i < 20_000; i++)
        {
            NotificationVerdict verdict = bench.Source.Receive(new() { Body = Mutation(genuine, random) });
            Assert.All((verdict as NotificationVerdict.Accepted)?.Notifications ?? [], told => Assert.Contains(told.Partition, known));
        }
    }

    [Fact]
    public async Task T08_no_secret_leaves()
    {
        await using SubscribedTenant bench = await SubscribedTenant.StartAsync(options => options.Notifications.PreviousSecret = SubscribedTenant.OldSecret);
        await bench.MaintainAsync();
        JsonObject entry = bench.Entry("alpha");
        string state = entry["clientState"]!.GetValue<string>();
        bench.Simulator.Faults.Add("/subscriptions", Testing.Faults.Fault.Status(400, $$$"""{"error":{"code":"ValidationError","message":"{{{state}}} {{{SubscribedTenant.Secret}}}"}}"""), times: 2);
        Exception failure = await Assert.ThrowsAsync<Abstractions.InvalidQueryException>(() => bench.Manager.CreateAsync(bench.Drives[0], Token));
        SharePointOptions options = new() { Notifications = { Secret = SubscribedTenant.Secret, PreviousSecret = SubscribedTenant.OldSecret } };
        string left = $"{bench.Bench.SharePoint.Output.Text} {failure} {bench.Receive(entry)} {options} {System.Text.Json.JsonSerializer.Serialize(options.Notifications)}";

        Assert.DoesNotContain("canary", left, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain(state, left, StringComparison.Ordinal);
        Assert.DoesNotContain("canary", string.Join(' ', bench.Simulator.Requests.Select(request => request.Body)), StringComparison.OrdinalIgnoreCase);
    }

    private static byte[] Mutation(byte[] genuine, Random random)
    {
        List<byte> bytes = [.. genuine];
        for (int times = random.Next(1, 4); times > 0 && bytes.Count > 1; times--)
        {
            int at = random.Next(bytes.Count);
            switch (random.Next(5))
            {
                case 0:
                    bytes[at] = (byte)random.Next(256);
                    break;
                case 1:
                    bytes.RemoveRange(at, Math.Min(random.Next(1, 20), bytes.Count - at));
                    break;
                case 2:
                    bytes.InsertRange(at, genuine.Skip(random.Next(genuine.Length)).Take(random.Next(1, 40)));
                    break;
                case 3:
                    bytes.RemoveRange(at, bytes.Count - at);
                    break;
                default:
                    bytes.InsertRange(at, "\"[]{},:0"u8[random.Next(8)..]);
                    break;
            }
        }

        return [.. bytes];
    }

    private static async Task<SubscribedTenant> StartAsync()
    {
        SubscribedTenant bench = await SubscribedTenant.StartAsync();
        await bench.MaintainAsync();
        return bench;
    }

    private static IReadOnlyList<SourceNotification> Accepted(NotificationVerdict verdict, int ignored)
    {
        NotificationVerdict.Accepted accepted = Assert.IsType<NotificationVerdict.Accepted>(verdict);
        Assert.Equal(ignored, accepted.Ignored);
        return accepted.Notifications;
    }
}
