using Navo.Integrations.Abstractions;
using Navo.Integrations.Core.Sync;

namespace Navo.Integrations.Core.Tests.Sync.Service;

public sealed class SyncScheduleTests
{
    private static readonly DateTimeOffset Start = new(2026, 3, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly SyncOutcome Quiet = new(new() { IsFinished = true }, 0, 0, null);
    private static readonly SyncOutcome Busy = Quiet with { Told = 3 };
    private static readonly SyncOutcome Troubled = Quiet with { Error = new UnavailableException("away") };

    private readonly ContentSyncServiceOptions _options = new() { ShortestInterval = TimeSpan.FromMinutes(1), LongestInterval = TimeSpan.FromMinutes(10), AccessInterval = null };

    [Fact]
    public void The_first_run_is_due_at_once_and_over_everything() =>
        Assert.Equal(new SyncErrand(SyncMode.Incremental, null), new SyncSchedule(_options, Start).Take(Start));

    [Fact]
    public void A_quiet_source_is_looked_at_ever_later_up_to_the_longest_interval() =>
        Assert.Equal([2, 4, 8, 10, 10], Gaps(Quiet, Quiet, Quiet, Quiet, Quiet));

    [Fact]
    public void A_source_that_changes_is_looked_at_sooner_again() =>
        Assert.Equal([2, 4, 8, 4, 2, 1, 1], Gaps(Quiet, Quiet, Quiet, Busy, Busy, Busy, Busy));

    [Fact]
    public void What_failed_is_tried_again_and_ever_later() =>
        Assert.Equal([2, 4, 8, 10], Gaps(Troubled, Troubled, Troubled, Troubled));

    [Fact]
    public void A_source_that_tells_by_itself_is_looked_at_for_what_it_lost_only()
    {
        _options.NotifiedInterval = TimeSpan.FromHours(6);

        Assert.Equal([2, 4, 8, 16, 32, 64, 128, 256, 360, 360], Gaps(isNotified: true, Quiet, Busy, Quiet, Busy, Quiet, Quiet, Quiet, Quiet, Quiet, Busy));
    }

    [Fact]
    public void What_is_asked_for_is_due_as_soon_as_the_shortest_interval_allows_and_only_for_what_it_names()
    {
        SyncSchedule schedule = Ran(Quiet);
        schedule.AskChanges("b");
        schedule.AskChanges("a");
        schedule.AskChanges("b");

        Assert.Null(schedule.Take(Start.AddSeconds(59)));
        SyncErrand errand = Assert.IsType<SyncErrand>(schedule.Take(Start.AddSeconds(60)));
        Assert.Equal(["a", "b"], errand.Partitions!.Order(StringComparer.Ordinal));
        Assert.Null(schedule.Take(Start.AddSeconds(119))); // asked and answered
    }

    [Fact]
    public void A_request_for_any_partition_is_one_for_all()
    {
        SyncSchedule schedule = Ran(Quiet);
        schedule.AskChanges("a");
        schedule.AskChanges(null);

        Assert.Equal(new SyncErrand(SyncMode.Incremental, null), schedule.Take(Start.AddMinutes(1)));
    }

    [Fact]
    public void A_run_over_everything_answers_what_was_asked_for()
    {
        SyncSchedule schedule = Ran(Quiet);
        schedule.AskChanges("a");
        SyncErrand errand = Assert.IsType<SyncErrand>(schedule.Take(Start.AddMinutes(2)));
        schedule.Done(errand, Quiet, Start.AddMinutes(2));

        Assert.Null(errand.Partitions);
        Assert.Null(schedule.Take(Start.AddMinutes(3)));
    }

    [Fact]
    public void Access_and_changes_take_turns_so_that_a_busy_source_starves_neither()
    {
        SyncSchedule schedule = Ran(Quiet, Quiet, Quiet); // at 0, 2 and 6 minutes; the next is due at 14
        List<SyncMode> modes = [];
        for (int minute = 7; minute < 11; minute++)
        {
            schedule.AskAccess("a");
            schedule.AskChanges("b");
            SyncErrand errand = schedule.Take(Start.AddMinutes(minute))!;
            schedule.Done(errand, Quiet, Start.AddMinutes(minute));
            modes.Add(errand.Mode);
            Assert.Equal(errand.Mode == SyncMode.AccessOnly ? "a" : "b", Assert.Single(errand.Partitions!));
        }

        Assert.Equal([SyncMode.AccessOnly, SyncMode.Incremental, SyncMode.AccessOnly, SyncMode.Incremental], modes);
    }

    [Fact]
    public void Access_waits_until_everything_was_told_once_because_it_gives_up_an_enumeration_under_way()
    {
        SyncSchedule schedule = Ran(Troubled);
        schedule.AskAccess("a");

        Assert.Equal(Start.AddMinutes(2), schedule.NextDue);
        SyncErrand whole = schedule.Take(Start.AddMinutes(2))!;
        schedule.Done(whole, Quiet, Start.AddMinutes(2));
        Assert.Equal(SyncMode.Incremental, whole.Mode);
        Assert.Equal(SyncMode.AccessOnly, schedule.Take(Start.AddMinutes(3))!.Mode);
    }

    [Fact]
    public void Who_may_see_what_is_asked_by_the_day()
    {
        _options.AccessInterval = TimeSpan.FromMinutes(3);
        SyncSchedule schedule = Ran(Quiet, Quiet); // at 0 and 2 minutes; the next is due at 6

        SyncErrand access = schedule.Take(Start.AddMinutes(3))!;
        schedule.Done(access, Quiet, Start.AddMinutes(3));
        Assert.Equal(new SyncErrand(SyncMode.AccessOnly, null), access);
        Assert.Null(schedule.Take(Start.AddMinutes(5)));
        Assert.Equal(SyncMode.Incremental, schedule.Take(Start.AddMinutes(6))!.Mode);
    }

    [Fact]
    public void Access_that_failed_is_asked_again_also_where_nobody_asks_by_the_day()
    {
        SyncSchedule schedule = Ran(Quiet, Quiet, Quiet);
        schedule.AskAccess("a");
        SyncErrand access = schedule.Take(Start.AddMinutes(7))!;
        schedule.Done(access, Troubled, Start.AddMinutes(7));

        List<SyncMode> modes = [];
        for (int minute = 8; minute < 40; minute++)
        {
            if (schedule.Take(Start.AddMinutes(minute)) is { } errand)
            {
                modes.Add(errand.Mode);
                schedule.Done(errand, Quiet, Start.AddMinutes(minute));
            }
        }

        Assert.Contains(SyncMode.AccessOnly, modes);
    }

    [Fact]
    public void What_another_worker_had_is_asked_for_again()
    {
        SyncSchedule schedule = Ran(Quiet, Quiet, Quiet);
        schedule.AskChanges("a");
        SyncErrand errand = schedule.Take(Start.AddMinutes(7))!;
        SyncReport report = new() { IsFinished = true, Partitions = [new() { Partition = "a", Outcome = PartitionOutcome.Elsewhere }] };
        schedule.Done(errand, Quiet with { Report = report }, Start.AddMinutes(7));

        Assert.Equal("a", Assert.Single(schedule.Take(Start.AddMinutes(8))!.Partitions!));
    }

    [Fact]
    public void An_errand_that_failed_is_not_forgotten()
    {
        SyncSchedule schedule = Ran(Quiet, Quiet, Quiet); // the next run is due in 8 minutes
        DateTimeOffset now = Start.AddMinutes(20);
        schedule.AskChanges("a");
        SyncErrand errand = schedule.Take(now)!;
        schedule.Done(errand, Troubled, now);

        Assert.True(schedule.NextDue <= now.AddMinutes(10));
        Assert.Equal(SyncMode.Incremental, schedule.Take(schedule.NextDue)!.Mode);
    }

    [Fact]
    public void Whoever_asks_by_the_day_is_answered_a_day_later_again_and_no_sooner()
    {
        _options.AccessInterval = TimeSpan.FromMinutes(3);
        SyncSchedule schedule = Ran(Quiet, Quiet); // at 0 and 2 minutes
        schedule.Done(schedule.Take(Start.AddMinutes(3))!, Quiet, Start.AddMinutes(3));
        Assert.Equal(Start.AddMinutes(6), schedule.NextDue); // that of changes and that of rights meet
        SyncErrand first = schedule.Take(Start.AddMinutes(6))!;
        schedule.Done(first, Quiet, Start.AddMinutes(6));
        SyncErrand second = schedule.Take(Start.AddMinutes(7))!;
        Assert.Equal((SyncMode.Incremental, SyncMode.AccessOnly), (first.Mode, second.Mode));
    }

    [Fact]
    public void Rights_that_failed_are_tried_again_after_the_interval_and_do_not_put_the_next_run_off()
    {
        _options.AccessInterval = TimeSpan.FromHours(5);
        SyncSchedule schedule = Ran(Quiet, Quiet); // at 0 and 2 minutes; the next is due at 6
        schedule.AskAccess("a");
        SyncErrand access = schedule.Take(Start.AddMinutes(3))!;
        schedule.Done(access, Troubled, Start.AddMinutes(3));
        Assert.Equal(["a"], access.Partitions);
        Assert.Equal(Start.AddMinutes(6), schedule.NextDue);
        schedule.Done(schedule.Take(Start.AddMinutes(6))!, Quiet, Start.AddMinutes(6));
        Assert.Equal(Start.AddMinutes(11), schedule.NextDue); // eight minutes after they failed
        Assert.Equal(new SyncErrand(SyncMode.AccessOnly, null), schedule.Take(Start.AddMinutes(11)));
    }

    [Fact]
    public void A_run_over_some_parts_neither_fills_the_copy_nor_puts_the_next_run_off()
    {
        SyncSchedule schedule = new(_options, Start);
        schedule.AskAccess("a");
        schedule.Done(new(SyncMode.Incremental, ["a"]), Quiet, Start);
        Assert.Equal(SyncMode.Incremental, schedule.Take(Start)!.Mode);
        schedule.Done(new(SyncMode.Incremental, null), Troubled with { Error = null, HandlerFailures = 1 }, Start); // a handler that failed: all the same it was told
        Assert.Equal(SyncMode.AccessOnly, schedule.Take(Start.AddMinutes(1))!.Mode);
    }

    [Fact]
    public void Rights_that_are_due_by_the_day_wait_until_everything_was_told_once_too()
    {
        _options.AccessInterval = TimeSpan.FromSeconds(90);
        Assert.Equal(Start.AddMinutes(2), Ran(Troubled).NextDue);
        Assert.Equal(Start.AddSeconds(90), Ran(Quiet).NextDue);
    }

    [Theory]
    [InlineData(SyncMode.AccessOnly)]
    [InlineData(SyncMode.Incremental)]
    public void What_another_worker_had_is_asked_for_in_the_same_way_and_only_where_it_was_asked_for(SyncMode mode)
    {
        SyncOutcome mixed = Quiet with { Report = new() { IsFinished = true, Partitions = [Certificate("a", PartitionOutcome.Elsewhere), Certificate("b", PartitionOutcome.Complete)] } };
        SyncSchedule schedule = Ran(Quiet, Quiet, Quiet); // the next is due at 14 minutes
        schedule.Done(new(mode, ["a", "b"]), mixed, Start.AddMinutes(7));
        SyncErrand again = schedule.Take(Start.AddMinutes(8))!;
        Assert.Equal((mode, "a"), (again.Mode, Assert.Single(again.Partitions!)));

        SyncSchedule whole = Ran(Quiet, Quiet, Quiet);
        whole.Done(new(SyncMode.AccessOnly, null), mixed, Start.AddMinutes(7));
        Assert.Null(whole.Take(Start.AddMinutes(8)));
    }

    [Theory]
    [InlineData(PartitionOutcome.Failed, true)]
    [InlineData(PartitionOutcome.Complete, false)]
    [InlineData(PartitionOutcome.Elsewhere, false)]
    public void An_outcome_is_troubled_where_a_partition_failed(PartitionOutcome outcome, bool isTroubled) =>
        Assert.Equal(isTroubled, (Quiet with { Report = new() { Partitions = [new() { Partition = "a", Outcome = outcome }] } }).IsTroubled);

    private static SyncCertificate Certificate(string partition, PartitionOutcome outcome) => new() { Partition = partition, Outcome = outcome };

    private SyncSchedule Ran(params SyncOutcome[] outcomes)
    {
        SyncSchedule schedule = new(_options, Start);
        DateTimeOffset now = Start;
        foreach (SyncOutcome outcome in outcomes)
        {
            now = schedule.NextDue;
            SyncErrand errand = schedule.Take(now)!;
            schedule.Done(errand, outcome, now);
        }

        return schedule;
    }

    private int[] Gaps(params SyncOutcome[] outcomes) => Gaps(isNotified: false, outcomes);

    private int[] Gaps(bool isNotified, params SyncOutcome[] outcomes)
    {
        SyncSchedule schedule = new(_options, Start) { IsNotified = isNotified };
        List<int> gaps = [];
        DateTimeOffset now = Start;
        foreach (SyncOutcome outcome in outcomes)
        {
            SyncErrand errand = schedule.Take(now)!;
            schedule.Done(errand, outcome, now);
            gaps.Add((int)(schedule.NextDue - now).TotalMinutes);
            now = schedule.NextDue;
        }

        return [.. gaps];
    }
}
