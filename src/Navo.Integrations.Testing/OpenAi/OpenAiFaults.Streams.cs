using System.Text;
using System.Text.Json.Nodes;
using Navo.Integrations.Testing.Faults;
using Navo.Integrations.Testing.OpenAi.Http;

namespace Navo.Integrations.Testing.OpenAi;

/// <content>Faults within streams. They strike streamed answers only, and count the events that went out whole before.</content>
public static partial class OpenAiFaults
{
    /// <summary>Ends a stream with an event that tells an error.</summary>
    /// <param name="after">How many events go out before.</param>
    /// <returns>The fault.</returns>
    public static Fault ErrorInStream(int after = 4) => At(after, (moment, _) => EndWith(moment, ErrorEvent(moment)));

    /// <summary>Ends a stream of a response with <c>response.failed</c>; one of chat with an error.</summary>
    /// <param name="after">How many events go out before.</param>
    /// <returns>The fault.</returns>
    public static Fault FailedInStream(int after = 4) =>
        At(after, (moment, _) => EndWith(moment, moment.Response is null ? ErrorEvent(moment) : FailedEvent(moment)));

    /// <summary>Ends a stream with an error because the money is used up. In a stream of a response it stands below <c>error</c>, as a refusal has it: the vendor sends both forms.</summary>
    /// <param name="after">How many events go out before.</param>
    /// <returns>The fault.</returns>
    public static Fault InsufficientQuotaInStream(int after = 4) => At(after, (moment, _) => EndWith(moment, NestedErrorEvent(moment, OpenAiError.QuotaUsedUp())));

    /// <summary>Breaks the connection off in the middle of an event.</summary>
    /// <param name="after">How many events go out before.</param>
    /// <returns>The fault.</returns>
    public static Fault CutInStream(int after = 4) => At(after, async (moment, _) =>
    {
        await moment.SendAsync(moment.Text[..(moment.Text.Length / 2)]).ConfigureAwait(false);
        moment.Http.Abort();
        throw new StreamEndedException();
    });

    /// <summary>Ends a stream without its last events and without an error, as proxies do that lose patience.</summary>
    /// <param name="after">How many events go out before.</param>
    /// <returns>The fault.</returns>
    public static Fault EndOfStream(int after = 4) => At(after, (_, _) => throw new StreamEndedException());

    /// <summary>Sends one event whose data is no JSON; the others follow.</summary>
    /// <param name="after">How many events go out before.</param>
    /// <returns>The fault.</returns>
    public static Fault MalformedEvent(int after = 4) => At(after, (moment, _) => moment.SendAsync($"{moment.Text[..(moment.Text.Length / 2)]}\n\n"));

    /// <summary>Sends no more after some events, until the caller leaves; the connection stays open.</summary>
    /// <param name="after">How many events go out before.</param>
    /// <returns>The fault.</returns>
    public static Fault StallInStream(int after = 4) =>
        At(after, (moment, clock) => Task.Delay(Timeout.InfiniteTimeSpan, clock, moment.Http.RequestAborted));

    /// <summary>Sends a stream in pieces of some bytes, so that they end within events, lines and characters.</summary>
    /// <param name="bytesPerPiece">The size of a piece, at least 1.</param>
    /// <returns>The fault.</returns>
    public static Fault SplitStream(int bytesPerPiece) => new StreamFault(async (moment, _) =>
    {
        byte[] bytes = Encoding.UTF8.GetBytes(moment.Text);
        for (int at = 0; at < bytes.Length; at += Math.Max(1, bytesPerPiece))
        {
            await moment.SendAsync(bytes.AsMemory(at, Math.Min(Math.Max(1, bytesPerPiece), bytes.Length - at))).ConfigureAwait(false);
        }
    });

    private static StreamFault At(int place, Func<StreamMoment, TimeProvider, Task> strike) =>
        new((moment, clock) => moment.Place == place ? strike(moment, clock) : moment.SendAsync(moment.Text));

    private static async Task EndWith(StreamMoment moment, string text)
    {
        await moment.SendAsync(text).ConfigureAwait(false);
        throw new StreamEndedException();
    }

    private static string ErrorEvent(StreamMoment moment)
    {
        OpenAiError error = OpenAiError.ServerError();
        JsonObject ofResponse = new() { ["type"] = "error", ["code"] = "server_error", ["message"] = error.Message, ["param"] = null, ["sequence_number"] = moment.Place };
        return moment.Response is null ? $"data: {error.Body().ToJsonString()}\n\n" : $"event: error\ndata: {ofResponse.ToJsonString()}\n\n";
    }

    private static string NestedErrorEvent(StreamMoment moment, OpenAiError error)
    {
        JsonObject data = error.Body();
        if (moment.Response is null)
        {
            return $"data: {data.ToJsonString()}\n\n";
        }

        data["type"] = "error";
        data["sequence_number"] = moment.Place;
        return $"event: error\ndata: {data.ToJsonString()}\n\n";
    }

    private static string FailedEvent(StreamMoment moment)
    {
        JsonObject response = moment.Response!();
        response["status"] = "failed";
        response["error"] = new JsonObject { ["code"] = "server_error", ["message"] = OpenAiError.ServerError().Message };
        JsonObject data = new() { ["type"] = "response.failed", ["sequence_number"] = moment.Place, ["response"] = response };
        return $"event: response.failed\ndata: {data.ToJsonString()}\n\n";
    }
}
