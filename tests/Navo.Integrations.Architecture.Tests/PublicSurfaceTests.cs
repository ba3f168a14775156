using System.Reflection;

namespace Navo.Integrations.Architecture.Tests;

/// <summary>What users compile against names no library of ours and no wire type.</summary>
public sealed class PublicSurfaceTests
{
    private static readonly string[] Foreign = ["Refit", "ZiggyCreatures", "Polly", "YamlDotNet", "Microsoft.Graph", "OpenAI", "StackExchange", "Medallion"];

    public static TheoryData<string> Projects => [.. SourceTree.Projects];

    [Theory, MemberData(nameof(Projects))]
    public void No_public_signature_outside_of_Api_names_a_wire_type_or_a_library(string project) =>
        Assert.Empty(Assembly.Load(project).GetExportedTypes()
            .Where(t => !IsWire(t))
            .SelectMany(t => Named(t).Where(n => IsForeign(n) || IsWire(n)).Select(n => $"{t.FullName} names {n.FullName}"))
            .Distinct());

    [Theory, MemberData(nameof(Projects))]
    public void Public_types_lie_in_no_Internal_namespace(string project) =>
        Assert.DoesNotContain(Assembly.Load(project).GetExportedTypes(), t => t.Namespace?.Split('.').Contains("Internal") == true);

    private static bool IsWire(Type type) =>
        type.Name.EndsWith("Dto", StringComparison.Ordinal) || type.Namespace?.Split('.').Contains("Api") == true;

    private static bool IsForeign(Type type) => Foreign.Any(f => type.Namespace?.StartsWith(f, StringComparison.Ordinal) == true);

    private static IEnumerable<Type> Named(Type type)
    {
        const BindingFlags Declared = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;
        IEnumerable<MethodBase> methods = type.GetMethods(Declared).Concat<MethodBase>(type.GetConstructors(Declared)).Where(m => m.IsPublic || m.IsFamily);
        return new[] { type.BaseType }.OfType<Type>()
            .Concat(type.GetInterfaces())
            .Concat(methods.SelectMany(m => m.GetParameters().Select(p => p.ParameterType)))
            .Concat(methods.OfType<MethodInfo>().Select(m => m.ReturnType))
            .Concat(type.GetFields(Declared).Where(f => f.IsPublic || f.IsFamily).Select(f => f.FieldType))
            .SelectMany(Parts);
    }

    private static IEnumerable<Type> Parts(Type type) =>
        type.HasElementType ? Parts(type.GetElementType()!) : [type, .. type.GetGenericArguments().Where(a => !a.IsGenericParameter).SelectMany(Parts)];
}
