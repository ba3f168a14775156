using Microsoft.Extensions.Time.Testing;
using Navo.Integrations.Core.Http;

namespace Navo.Integrations.Core.Tests.Http;

/// <summary>Between processes: when one is told to wait, all wait.</summary>
public sealed class QuotaExchangeTests
{
    private static readonly Uri Address = new("https://graph.example/v1.0/sites");

    private readonly FakeTimeProvider _time = new();
    private readonly LinkedProcesses _link = new();

    [Fact]
    public void A_process_waits_because_another_was_told_to()
    {
        LinkedProcesses.Process first = _link.Start(), second = _link.Start();
        using QuotaPauses here = new(_time, first), there = new(_time, second);
        there.Of("tenant 7").Left(Address);

        here.Of("tenant 7").Extend(Address, TimeSpan.FromSeconds(30));

        Assert.Equal(TimeSpan.FromSeconds(30), there.Of("tenant 7").Left(Address));
        Assert.Equal(TimeSpan.Zero, there.Of("tenant 8").Left(Address));
        Assert.Equal(TimeSpan.Zero, there.Of("tenant 7").Left(new("https://other.example")));
        _time.Advance(TimeSpan.FromSeconds(30));
        Assert.Equal(TimeSpan.Zero, there.Of("tenant 7").Left(Address));
    }

    [Fact]
    public void What_is_heard_is_not_told_again()
    {
        LinkedProcesses.Process first = _link.Start(), second = _link.Start();
        using QuotaPauses here = new(_time, first), there = new(_time, second);

        here.Of("tenant").Extend(Address, TimeSpan.FromSeconds(1));

        Assert.Single(first.Told);
        Assert.Empty(second.Told);
    }

    [Fact]
    public void A_quota_that_is_asked_for_after_the_news_pauses_too()
    {
        LinkedProcesses.Process first = _link.Start(), second = _link.Start();
        using QuotaPauses here = new(_time, first), there = new(_time, second);

        here.Of("tenant").Extend(Address, TimeSpan.FromSeconds(9));

        Assert.Equal(TimeSpan.FromSeconds(9), there.Of("tenant").Left(Address));
    }

    [Fact]
    public void Between_processes_a_quota_has_no_readable_name()
    {
        LinkedProcesses.Process process = _link.Start();
        using QuotaPauses here = new(_time, process);

        here.Of("graph contoso app-4711").Extend(Address, TimeSpan.FromSeconds(1));

        Assert.DoesNotContain("contoso", Assert.Single(process.Told).Quota, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public void Nothing_is_heard_after_the_end()
    {
        LinkedProcesses.Process first = _link.Start(), second = _link.Start();
        using QuotaPauses here = new(_time, first);
        QuotaPauses there = new(_time, second);
        there.Dispose();

        here.Of("tenant").Extend(Address, TimeSpan.FromSeconds(9));

        Assert.Equal(TimeSpan.Zero, there.Of("tenant").Left(Address));
    }
}
