using CsCheck;

namespace Navo.Integrations.Tests;

/// <summary>Property tests whose cases are the same in every run.</summary>
internal static class Seeded
{
    private const uint Stream = 1;

    /// <summary>Holds a property against as many cases, each from a seed that is its number.</summary>
    public static void SampleSeeded<T>(this Gen<T> gen, Action<T> property, int cases = 500)
    {
        for (int seed = 0; seed < cases; seed++)
        {
            T value = gen.Generate(new PCG(Stream, (ulong)seed), null, out _);
            try
            {
                property(value);
            }
            catch (Exception failure)
            {
                throw new InvalidOperationException($"Case {seed} breaks the property: {Check.Print(value)}", failure);
            }
        }
    }

    /// <inheritdoc cref="SampleSeeded{T}(Gen{T}, Action{T}, int)" />
    public static void SampleSeeded<T>(this Gen<T> gen, Func<T, bool> property, int cases = 500) =>
        gen.SampleSeeded(value => Assert.True(property(value)), cases);

    /// <inheritdoc cref="SampleSeeded{T}(Gen{T}, Action{T}, int)" />
    public static void SampleSeeded<T1, T2>(this Gen<(T1, T2)> gen, Func<T1, T2, bool> property, int cases = 500) =>
        gen.SampleSeeded(value => Assert.True(property(value.Item1, value.Item2)), cases);

    /// <inheritdoc cref="SampleSeeded{T}(Gen{T}, Action{T}, int)" />
    public static void SampleSeeded<T1, T2, T3>(this Gen<(T1, T2, T3)> gen, Func<T1, T2, T3, bool> property, int cases = 500) =>
        gen.SampleSeeded(value => Assert.True(property(value.Item1, value.Item2, value.Item3)), cases);

    /// <inheritdoc cref="SampleSeeded{T}(Gen{T}, Action{T}, int)" />
    public static void SampleSeeded<T1, T2, T3, T4>(this Gen<(T1, T2, T3, T4)> gen, Action<T1, T2, T3, T4> property, int cases = 500) =>
        gen.SampleSeeded(value => property(value.Item1, value.Item2, value.Item3, value.Item4), cases);
}
