using System.Globalization;
using Navo.Integrations.Abstractions;
using Navo.Integrations.Testing.Faults;

namespace Navo.Integrations.Evaluation.Tests.Laboratory;

/// <summary>The rows of the list of faults that concern the wire, each tried on all three integrations at the socket.</summary>
public sealed class FaultRowTests
{
    private static readonly string[] Kinds = ["confluence", "sharepoint", "enterprise-gpt"];

    public static TheoryData<string> Sources => [.. Kinds];

    /// <summary>What is over after one answer: the call is repeated and its caller learns nothing of it.</summary>
    public static TheoryData<string, string, Fault> Passing => Cross(
        ("F06", Fault.Status(500)),
        ("F06", Fault.Status(502, "<html><body>Bad gateway</body></html>", "text/html")),
        ("F06", Fault.Status(504)),
        ("F06", Fault.Status(408)),
        ("F07", Fault.ConnectionReset()),
        ("F08", Fault.CutBody(20)),
        ("F08", Fault.HalfClose(20)),
        ("F09", Fault.TruncatedJson()),
        ("F12", Fault.NoAnswer()),
        ("F12", Fault.SlowBody(1, TimeSpan.FromSeconds(20))),
        ("F03", Refusal("0")),
        ("F03", Refusal("-30")),
        ("F03", Refusal("soon")));

    /// <summary>What stays: the failure has its name.</summary>
    public static TheoryData<string, string, Fault, Type> Lasting => Cross(
        ("F06", Fault.Status(503), typeof(UnavailableException)),
        ("F07", Fault.ConnectionReset(), typeof(UnavailableException)),
        ("F08", Fault.CutBody(20), typeof(UnavailableException)),
        ("F09", Fault.TruncatedJson(), typeof(ProtocolException)),
        ("F09", Fault.EmptyBody(), typeof(ProtocolException)),
        ("F09", Fault.Status(200, new string('[', 10_000)), typeof(ProtocolException)),
        ("F10", Fault.LoginPage(), typeof(AuthenticationException)),
        ("F12", Fault.NoAnswer(), typeof(IntegrationTimeoutException)),
        ("F13", Fault.Status(401), typeof(AuthenticationException)),
        ("F15", Fault.Status(403), typeof(PermissionException)),
        ("F20", Fault.Redirect(new("https://elsewhere.test/v1/responses")), typeof(ProtocolException)));

    [Theory]
    [MemberData(nameof(Sources))]
    public async Task F01_what_the_source_asks_for_is_waited_for_in_full(string source)
    {
        await using Laboratory laboratory = await Laboratory.OpenAsync(source);
        laboratory.Break(Fault.Throttled(TimeSpan.FromSeconds(17)), times: 1);
        (TimeSpan took, Exception? failure) = await laboratory.TryAsync();
        Assert.Null(failure);
        Assert.True(took >= TimeSpan.FromSeconds(17), $"It waited for {took}.");
        Assert.Equal(2, laboratory.Requests);
    }

    [Theory]
    [MemberData(nameof(Sources))]
    public async Task F02_a_date_is_waited_for_by_the_clock_of_the_source(string source)
    {
        await using Laboratory laboratory = await Laboratory.OpenAsync(source);
        laboratory.Mend(after: TimeSpan.FromHours(3)); // the source's clock is behind by that much
        laboratory.Break(Refusal(DateTimeOffset.UtcNow.AddSeconds(40).ToString("R", CultureInfo.InvariantCulture)), times: 1);
        (TimeSpan took, Exception? failure) = await laboratory.TryAsync();
        Assert.Null(failure);
        Assert.InRange(took, TimeSpan.FromSeconds(20), TimeSpan.FromMinutes(15)); // by the local clock it would have been no time, or hours
        Assert.InRange(laboratory.Requests, 2, 4);
    }

    [Theory]
    [MemberData(nameof(Sources))]
    public async Task F04_a_wait_beyond_the_deadline_is_told_at_once(string source)
    {
        await using Laboratory laboratory = await Laboratory.OpenAsync(source);
        laboratory.Break(Fault.Throttled(TimeSpan.FromHours(115)));
        (_, Exception? failure) = await laboratory.TryAsync();
        ThrottledException throttled = Assert.IsType<ThrottledException>(failure);
        Assert.InRange(throttled.RetryAfter!.Value, TimeSpan.FromHours(114), TimeSpan.FromHours(115));
        Assert.Equal(1, laboratory.Requests);
    }

    [Theory]
    [MemberData(nameof(Passing))]
    public async Task What_passes_is_repeated_once(string row, string source, Fault fault)
    {
        await using Laboratory laboratory = await Laboratory.OpenAsync(source);
        laboratory.Break(fault, times: 1);
        (_, Exception? failure) = await laboratory.TryAsync();
        Assert.True(failure is null, $"{row}: {failure}");
        await laboratory.NotedAsync(2);
        Assert.InRange(laboratory.Requests, 2, 4);
    }

    [Theory]
    [MemberData(nameof(Lasting))]
    public async Task What_stays_is_a_failure_with_a_name(string row, string source, Fault fault, Type expected)
    {
        await using Laboratory laboratory = await Laboratory.OpenAsync(source);
        laboratory.Break(fault);
        (_, Exception? failure) = await laboratory.TryAsync();
        Assert.True(failure?.GetType() == expected, $"{row}: {failure}");
        IntegrationException named = (IntegrationException)failure!;
        Assert.Equal(source, named.Integration?.ToString());
        Assert.False(string.IsNullOrEmpty(named.Operation));
        Assert.InRange(laboratory.Requests, row == "F12" ? 0 : 1, named is AuthenticationException ? 2 : named is PermissionException ? 1 : 5);
    }

    [Theory]
    [MemberData(nameof(Sources))]
    public async Task F24_an_outage_costs_at_most_a_tenth_more_requests_than_calls_and_is_over_when_the_source_is_back(string source)
    {
        await using Laboratory laboratory = await Laboratory.OpenAsync(source);
        laboratory.Break(Fault.Status(503));
        Exception?[] failures = [.. await laboratory.TryAsync(50), .. await laboratory.TryAsync(50)];
        Assert.All(failures, failure => Assert.IsType<UnavailableException>(failure));
        Assert.InRange(laboratory.Requests, 1, 110);
        laboratory.Mend(after: TimeSpan.FromMinutes(5));
        Assert.All(await laboratory.TryStillAsync(1), Assert.Null); // the probe
        Assert.All(await laboratory.TryStillAsync(20), Assert.Null);
    }

    private static Fault Refusal(string retryAfter) => Fault.Status(429, headers: new Dictionary<string, string> { ["Retry-After"] = retryAfter });

    private static TheoryData<string, string, Fault> Cross(params (string Row, Fault Fault)[] rows)
    {
        TheoryData<string, string, Fault> all = [];
        foreach ((string row, Fault fault) in rows)
        {
            // What a model answered is paid for, garbled or not, and is not bought twice.
            foreach (string source in Kinds.Where(kind => row != "F09" || kind != "enterprise-gpt"))
            {
                all.Add(row, source, fault);
            }
        }

        return all;
    }

    private static TheoryData<string, string, Fault, Type> Cross(params (string Row, Fault Fault, Type Expected)[] rows)
    {
        TheoryData<string, string, Fault, Type> all = [];
        foreach ((string row, Fault fault, Type expected) in rows)
        {
            foreach (string source in Kinds)
            {
                all.Add(row, source, fault, expected);
            }
        }

        return all;
    }
}
