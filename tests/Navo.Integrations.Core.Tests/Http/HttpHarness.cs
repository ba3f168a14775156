using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Testing;
using Navo.Integrations.Abstractions;
using Navo.Integrations.Core.Http;
using Navo.Integrations.Core.Pipeline;

namespace Navo.Integrations.Core.Tests.Http;

/// <summary>A client of the factory with the handlers of an integration, on a fake clock, above a scripted or a real socket.</summary>
internal sealed class HttpHarness : IDisposable
{
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);
    private const string Name = "wiki";
    private readonly ServiceProvider _services;

    public HttpHarness(Func<int, HttpRequestMessage, CancellationToken, Task<HttpResponseMessage>>? script = null, Action<HttpSetup>? configure = null)
    {
        var setup = new HttpSetup();
        configure?.Invoke(setup);
        Options = setup.Options;
        Credentials = setup.Credentials;
        BaseAddress = setup.Origin;
        Server = new ScriptedHandler(Clock, script ?? ((_, _, _) => Task.FromResult(Answers.Json())));
        var services = new ServiceCollection();
        services.AddSingleton(setup.Time ?? Clock);
        services.AddLogging(logging => logging.SetMinimumLevel(LogLevel.Trace).AddProvider(new FakeLoggerProvider(Logs)));
        Add(services, Name, setup, script is null ? setup.Socket : Server);
        setup.Services?.Invoke(services);
        _services = services.BuildServiceProvider(validateScopes: true);
        Client = ClientOf(Name);
    }

    public static CancellationToken Token => TestContext.Current.CancellationToken;

    public HttpClock Clock { get; } = new();

    public FakeLogCollector Logs { get; } = FakeLogCollector.Create(new FakeLogCollectorOptions());

    public IntegrationHttpOptions Options { get; }

    public TestCredentials Credentials { get; }

    public Uri BaseAddress { get; }

    public ScriptedHandler Server { get; }

    public HttpClient Client { get; }

    public HttpClient ClientOf(string name)
    {
        HttpClient client = _services.GetRequiredService<IHttpClientFactory>().CreateClient(name);
        client.BaseAddress = BaseAddress;
        return client;
    }

    public static void Add(IServiceCollection services, string name, HttpSetup setup, HttpMessageHandler? socket)
    {
        IntegrationHttpSettings settings = setup.ToSettings(IntegrationName.Parse(name));
        IHttpClientBuilder builder = services.AddHttpClient(name).AddIntegrationHandlers(_ => settings);
        if (socket is not null)
        {
            builder.ConfigurePrimaryHttpMessageHandler(() => socket);
        }
    }

    public Task<HttpResponseMessage> GetAsync(string address = "pages/1", CancellationToken? token = null) => Client.GetAsync(new Uri(address, UriKind.RelativeOrAbsolute), token ?? Token);

    public Task<HttpResponseMessage> PostAsync(string address = "pages") => Client.PostAsync(new Uri(address, UriKind.Relative), new StringContent("{}"), Token);

    /// <summary>Lets the clock run to the end of each wait that is begun, until the call is over.</summary>
    public async Task<T> DriveAsync<T>(Task<T> call)
    {
        while (!call.IsCompleted)
        {
            using var over = CancellationTokenSource.CreateLinkedTokenSource(Token);
            Task<TimeSpan> wait = Clock.Waits.ReadAsync(over.Token).AsTask();
            await Task.WhenAny(call, wait).WaitAsync(Patience, Token);
            if (wait.IsCompletedSuccessfully)
            {
                Clock.Advance(await wait);
            }

            await over.CancelAsync();
        }

        return await call;
    }

    public async Task<TFailure> FailAsync<TFailure>(Task<HttpResponseMessage> call)
        where TFailure : Exception => await Assert.ThrowsAsync<TFailure>(() => DriveAsync(call));

    /// <summary>Runs a call as the pipeline does: with a deadline that the handlers can see.</summary>
    public async Task<T> WithinAsync<T>(TimeSpan deadline, Func<Task<T>> call)
    {
        OperationScope.Current = new OperationScope("get", "42", Clock, Clock.GetTimestamp() + (long)(deadline.TotalSeconds * Clock.TimestampFrequency));
        return await call();
    }

    /// <summary>The waits before further attempts, as they were logged.</summary>
    public IEnumerable<(int Attempt, double Seconds)> RetryDelays() =>
        from record in Logs.GetSnapshot()
        where record.Id.Id == 2001
        select (int.Parse(record.GetStructuredStateValue("Attempt")!, CultureInfo.InvariantCulture), TimeSpan.Parse(record.GetStructuredStateValue("Delay")!, CultureInfo.InvariantCulture).TotalSeconds);

    public void Dispose()
    {
        Task disposal = Task.Run(_services.Dispose);
        while (!disposal.IsCompleted)
        {
            Clock.Advance(TimeSpan.FromSeconds(10)); // the resilience pipelines wait on the clock for executions that are ending
            disposal.Wait(TimeSpan.FromMilliseconds(5), CancellationToken.None);
        }
    }
}
