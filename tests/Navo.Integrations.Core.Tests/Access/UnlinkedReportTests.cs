using System.Globalization;
using Microsoft.Extensions.Time.Testing;
using Navo.Integrations.Abstractions;
using Navo.Integrations.Core.Access;

namespace Navo.Integrations.Core.Tests.Access;

public sealed class UnlinkedReportTests
{
    private const int Limit = 10_000;
    private static readonly string[] Wanted = [PrincipalSchemes.AtlassianAccount, PrincipalSchemes.ConfluenceUsername];

    private readonly FakeTimeProvider _time = new(new(2026, 11, 23, 8, 0, 0, TimeSpan.Zero));
    private readonly IdentityLinker _linker;

    public UnlinkedReportTests() => _linker = new([], _time);

    [Fact]
    public async Task The_latest_come_first_and_those_of_one_moment_by_their_ids()
    {
        await MissAsync("c");
        await MissAsync("a");
        _time.Advance(TimeSpan.FromMinutes(1));
        await MissAsync("d");
        await MissAsync("b");

        Assert.Equal(["b", "d", "a", "c"], _linker.GetReport().Select(line => line.Person.Value));
    }

    [Fact]
    public async Task Whoever_is_missed_again_stands_there_once_with_the_later_moment()
    {
        await MissAsync("a");
        _time.Advance(TimeSpan.FromMinutes(1));
        await MissAsync("a");

        Assert.Equal(_time.GetUtcNow(), Assert.Single(_linker.GetReport()).LastSeen);
    }

    [Fact]
    public async Task The_scheme_that_was_preferred_is_reported_and_without_any_the_line_has_none()
    {
        await MissAsync("a");
        await _linker.LinkAsync(Person("b"), [], TestContext.Current.CancellationToken);

        Assert.Equal([PrincipalSchemes.AtlassianAccount, string.Empty], _linker.GetReport().Select(line => line.Scheme));
    }

    [Fact]
    public async Task A_full_report_takes_nobody_new_but_follows_those_that_it_has()
    {
        for (int i = 0; i <= Limit; i++)
        {
            await MissAsync(i.ToString("00000", CultureInfo.InvariantCulture));
        }

        _time.Advance(TimeSpan.FromMinutes(1));
        await MissAsync("00000");
        await MissAsync("somebody new");

        IReadOnlyList<UnlinkedPerson> report = _linker.GetReport();
        Assert.Equal(Limit, report.Count);
        Assert.Equal(("00000", _time.GetUtcNow()), (report[0].Person.Value, report[0].LastSeen));
        Assert.Equal("09999", report[^1].Person.Value);
    }

    private static PrincipalId Person(string value) => new(PrincipalSchemes.EntraObject, value);

    private async Task MissAsync(string person) => Assert.Null(await _linker.LinkAsync(Person(person), Wanted, TestContext.Current.CancellationToken));
}
