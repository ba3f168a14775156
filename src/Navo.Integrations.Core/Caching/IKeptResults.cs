using Navo.Integrations.Abstractions;
using Navo.Integrations.Core.Pipeline;

namespace Navo.Integrations.Core.Caching;

/// <summary>What an integration keeps, to look at without a call: a page of hits has a hundred decisions, and the waist around each costs more than the look.</summary>
internal interface IKeptResults
{
    /// <summary>What a call would be answered with out of memory. It is counted as that call's look would be, and has no activity, deadline or audit record.</summary>
    /// <typeparam name="T">The result; not one that says where it came from.</typeparam>
    /// <returns>What is kept and counts; null where it has to be asked for.</returns>
    T? Find<T>(IntegrationOperation operation, AccessContext reader, string itemId, string?[] arguments)
        where T : class;
}
