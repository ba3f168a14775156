using Microsoft.Extensions.Time.Testing;
using Navo.Integrations.Core.Http;
using Navo.Integrations.SharePoint.Internal;

namespace Navo.Integrations.SharePoint.Tests.Simulated;

/// <summary>Processes that use one application and tenant share its resource units and its pauses.</summary>
public sealed class QuotaShareTests
{
    private const string Key = "graph contoso app";

    private readonly FakeTimeProvider _time = new();

    [Fact]
    public void Row077_each_of_three_processes_takes_a_third_of_the_quota()
    {
        Exchange exchange = new() { Users = 3 };
        using ResourceUnitPacers pacers = new(_time, exchange);
        ResourceUnitPacer pacer = pacers.Of(Key, 600);
        TimeSpan last = TimeSpan.Zero;
        for (int i = 0; i < 200 / 5; i++)
        {
            last = pacer.Reserve(Permissions());
        }

        Assert.InRange(last.TotalSeconds, 40, 62); // 200 units are a minute's worth; what was had at once before the others came counts

        exchange.Users = 1;
        _time.Advance(TimeSpan.FromMinutes(10));
        Assert.Equal(TimeSpan.Zero, pacer.Reserve(Permissions()));
    }

    [Fact]
    public void Row077_a_pause_within_a_batch_counts_in_the_other_processes()
    {
        Exchange here = new(), there = new();
        (here.Other, there.Other) = (there, here);
        using ResourceUnitPacers first = new(_time, here), second = new(_time, there);
        ResourceUnitPacer pacer = second.Of(Key, 0);

        first.Of(Key, 0).Pause(TimeSpan.FromSeconds(20));

        Assert.Equal(TimeSpan.FromSeconds(20), pacer.Reserve(Permissions()));
        Assert.Equal(TimeSpan.Zero, second.Of("another", 0).Reserve(Permissions()));
        Assert.Empty(there.Told); // what was heard is not told again
        Assert.DoesNotContain("contoso", Assert.Single(here.Told).Quota, StringComparison.Ordinal);
    }

    private static HttpRequestMessage Permissions() => new(HttpMethod.Get, "https://graph.microsoft.com/v1.0/drives/b!x/items/01A/permissions");

    private sealed class Exchange : IQuotaExchange, IDisposable
    {
        private Action<QuotaNotice>? _receive;

        public int Users { get; set; } = 1;

        public Exchange? Other { get; set; }

        public List<QuotaNotice> Told { get; } = [];

        public void Publish(QuotaNotice notice)
        {
            Told.Add(notice);
            Other?._receive?.Invoke(notice);
        }

        public IDisposable Subscribe(Action<QuotaNotice> receive)
        {
            _receive = receive;
            return this;
        }

        public int CountUsers(string quota) => Users;

        public void Dispose() => _receive = null;
    }
}
