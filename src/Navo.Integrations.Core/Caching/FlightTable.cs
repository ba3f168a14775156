using System.Collections.Concurrent;

namespace Navo.Integrations.Core.Caching;

/// <summary>The flights under way. Equal calls of one result type share one.</summary>
internal sealed class FlightTable
{
    private readonly ConcurrentDictionary<(string Key, Type Type), object> _flights = new();

    /// <summary>The flight under way, joined; or a new one, which the caller has to carry out.</summary>
    public Flight<T> JoinOrLead<T>(string key, long deadline, out bool leads)
        where T : class
    {
        (string Key, Type Type) slot = (key, typeof(T));
        Flight<T>? own = null;
        while (true)
        {
            var flight = (Flight<T>)_flights.GetOrAdd(slot, own ??= new Flight<T>(deadline));
            leads = ReferenceEquals(flight, own);
            if (leads || flight.TryJoin())
            {
                return flight;
            }

            Remove(key, flight);
        }
    }

    public void Remove<T>(string key, Flight<T> flight)
        where T : class => _flights.TryRemove(new KeyValuePair<(string, Type), object>((key, typeof(T)), flight));
}
