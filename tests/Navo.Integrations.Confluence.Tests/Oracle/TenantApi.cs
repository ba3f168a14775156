using System.Globalization;
using System.Reflection;
using Navo.Integrations.Abstractions;
using Navo.Integrations.Confluence.Api;
using Navo.Integrations.Confluence.Api.Wire;

namespace Navo.Integrations.Confluence.Tests.Oracle;

/// <summary>Data Center's API over a tenant: small pages, users by name or key, groups expanded by the server as the vendor does, and faults by chance.</summary>
public class TenantApi : DispatchProxy
{
    private Tenant _tenant = null!;
    private Random _faults = null!;
    private double _rate;

    internal static IConfluenceDataCenterApi Over(Tenant tenant, double faultRate = 0)
    {
        IConfluenceDataCenterApi api = Create<IConfluenceDataCenterApi, TenantApi>();
        var proxy = (TenantApi)(object)api;
        (proxy._tenant, proxy._faults, proxy._rate) = (tenant, new(tenant.Seed), faultRate);
        return api;
    }

    protected override object? Invoke(MethodInfo? targetMethod, object?[]? args)
    {
        string name = targetMethod!.Name;
        Exception? fault = Fault();
        return name switch
        {
            nameof(IConfluenceDataCenterApi.GetContentAsync) => Answer(fault, () => Content((string)args![0]!)),
            nameof(IConfluenceDataCenterApi.GetContentOfAnyStatusAsync) => Answer(fault, () => Content((string)args![0]!)),
            nameof(IConfluenceDataCenterApi.GetReadRestrictionAsync) => Answer(fault, () => Restriction((string)args![0]!, (int)args[1]!)),
            nameof(IConfluenceDataCenterApi.GetSpacePermissionsAsync) => Answer<IReadOnlyList<SpacePermissionDto>>(fault, () => SpacePermissions((string)args![0]!)),
            nameof(IConfluenceDataCenterApi.GetUserAsync) => Answer(fault, () => User((string)args![0]!)),
            nameof(IConfluenceDataCenterApi.GetGroupsOfAsync) => Answer(fault, () => Groups((string)args![0]!, (string?)args[3])),
            _ => throw new NotSupportedException(name),
        };
    }

    private Exception? Fault() => _rate == 0 || _faults.NextDouble() >= _rate ? null : _faults.Next(5) switch
    {
        0 => new NotFoundException("gone"),
        1 => new PermissionException("forbidden"),
        2 => new UnavailableException("down"),
        3 => new ProtocolException("garbage"),
        _ => new IntegrationTimeoutException("late"),
    };

    private static Task<T> Answer<T>(Exception? fault, Func<T> answer) => fault is null ? Task.FromResult(answer()) : Task.FromException<T>(fault);

    private ContentDto Content(string id)
    {
        Tenant.Item item = Find(id);
        bool isPage = item.Type == "page";
        List<ContentDto> ancestors = [];
        for (int? above = isPage ? item.Parent : null; above is { } next; above = Find(next).Parent)
        {
            ancestors.Insert(0, new() { Id = Text(next), Type = "page" });
        }

        return new()
        {
            Id = id,
            Type = item.Type,
            Space = new() { Key = $"S{item.Space}" },
            Ancestors = ancestors,
            Container = isPage ? null : new() { Id = Text(item.Parent!.Value), Type = "page" },
        };
    }

    private RestrictionDto Restriction(string id, int start)
    {
        Tenant.Item item = Find(id);
        UserDto[] users = [.. (item.Restriction?.Users ?? new HashSet<int>()).Order().Select(User).Skip(start).Take(1)];
        GroupDto[] groups = [.. (item.Restriction?.Groups ?? new HashSet<int>()).Order().Select(Group).Skip(start).Take(1)];
        return new(new RestrictionSubjectsDto(new ListDto<UserDto> { Results = users }, new ListDto<GroupDto> { Results = groups }));
    }

    private List<SpacePermissionDto> SpacePermissions(string key)
    {
        Tenant.Space space = _tenant.Spaces[int.Parse(key.AsSpan(1), CultureInfo.InvariantCulture)];
        List<SpacePermissionDto> grants =
        [
            .. space.Users.Select(u => Grant(new() { Type = "known", Username = $"u{u}", UserKey = $"k{u}" })),
            .. space.Groups.Select(g => Grant(new() { Type = "group", Name = $"g{g}" })),
            Grant(new() { Type = "group", Name = "g0" }, "create", "page"),
        ];
        return space.IsAnonymous ? [.. grants, Grant(new() { Type = "anonymous" })] : grants;
    }

    private static SpacePermissionDto Grant(SpaceSubjectDto subject, string operation = "read", string target = "space") =>
        new(new OperationDto { OperationKey = operation, TargetType = target }, subject);

    private UserDto User(string name) => User(int.Parse(name.AsSpan(1), CultureInfo.InvariantCulture));

    private static UserDto User(int user) => new() { Type = "known", Username = $"u{user}", UserKey = $"k{user}", DisplayName = "Somebody" };

    private static GroupDto Group(int group) => new() { Name = $"g{group}" };

    private ListDto<GroupDto> Groups(string user, string? start)
    {
        bool[] holds = BruteForce.GroupsOf(_tenant, int.Parse(user.AsSpan(1), CultureInfo.InvariantCulture));
        int[] all = [.. Enumerable.Range(0, holds.Length).Where(g => holds[g])];
        int from = int.Parse(start ?? "0", CultureInfo.InvariantCulture);
        return new()
        {
            Results = [.. all.Skip(from).Take(1).Select(Group)],
            Links = from + 1 < all.Length ? new LinksDto { Next = $"/rest/api/user/memberof?start={Text(from + 1)}" } : null,
        };
    }

    private Tenant.Item Find(string id) => Find(int.Parse(id, CultureInfo.InvariantCulture));

    private Tenant.Item Find(int id) => _tenant.Items[id - 1];

    private static string Text(int id) => id.ToString(CultureInfo.InvariantCulture);
}
