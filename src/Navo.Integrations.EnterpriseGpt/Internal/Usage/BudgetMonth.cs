using System.Globalization;
using Navo.Integrations.Abstractions;

namespace Navo.Integrations.EnterpriseGpt.Internal.Usage;

/// <summary>The budgets of one calendar month (UTC). Checking and taking are one step under one lock, so that calls at the same time cannot both take the last of it.</summary>
internal sealed class BudgetMonth(DateOnly first)
{
    private const int FewestTokens = 16;                        // fewer make no answer, and the API takes no fewer
    private readonly Lock _gate = new();
    private readonly Dictionary<BudgetSlot, BudgetAccount> _accounts = [];

    public DateOnly First => first;

    public DateTimeOffset ResetsAt { get; } = new(first.AddMonths(1), TimeOnly.MinValue, TimeSpan.Zero);

    /// <summary>Reserves what a call may cost: less output where the budgets afford no more.</summary>
    public BudgetHold Hold(UsageSubject subject, BudgetLimits limits, CallPrice price, int maxOutputTokens)
    {
        lock (_gate)
        {
            BudgetAccount[] accounts = AccountsOf(subject.Reader.Key, subject.Tenant);
            int allowed = maxOutputTokens;
            foreach (BudgetAccount account in accounts)
            {
                if (limits[account.Slot.Scope] is { } limit)
                {
                    allowed = price.Afford(limit - account.Committed, allowed);
                    ThrowIf(allowed < Math.Min(FewestTokens, maxOutputTokens), account, limit);
                }
            }

            BudgetHold hold = new(accounts, limits, price.Of(allowed)) { AllowedOutputTokens = allowed, Warnings = Warnings(accounts, limits, price.Of(allowed)) };
            Reserve(hold, hold.Amount);
            return hold;
        }
    }

    /// <summary>Makes sure that a call under way may have cost an amount: of what it holds, unless the limit fell since; else more is reserved.</summary>
    public void Ensure(BudgetHold hold, BudgetLimits now, decimal amount)
    {
        lock (_gate)
        {
            if (hold.IsClosed)
            {
                return;
            }

            decimal more = Math.Max(0, amount - hold.Amount);
            foreach (BudgetAccount account in hold.Accounts)
            {
                if (now[account.Slot.Scope] is { } limit)
                {
                    bool hasFallen = limit < (hold.Limits[account.Slot.Scope] ?? decimal.MaxValue);
                    ThrowIf((hasFallen && account.Spent + amount > limit) || (more > 0 && account.Committed + more > limit), account, limit);
                }
            }

            hold.Amount += more;
            Reserve(hold, more);
        }
    }

    /// <summary>Gives back what a call held and charges what it cost.</summary>
    public void Settle(BudgetHold hold, decimal cost)
    {
        lock (_gate)
        {
            hold.IsClosed = true;
            Reserve(hold, -hold.Amount);
            foreach (BudgetAccount account in hold.Accounts)
            {
                account.Spent += cost;
            }
        }
    }

    /// <summary>Charges what no call held.</summary>
    public void Charge(string user, string? tenant, decimal cost)
    {
        lock (_gate)
        {
            foreach (BudgetAccount account in AccountsOf(user, tenant))
            {
                account.Spent += cost;
            }
        }
    }

    /// <summary>The budgets that have a limit.</summary>
    public IReadOnlyList<BudgetState> States(BudgetLimits limits)
    {
        lock (_gate)
        {
            AccountOf(BudgetSlot.Total);
            return [.. _accounts.Values
                .Where(account => limits[account.Slot.Scope] is not null)
                .Select(account => StateOf(account, limits[account.Slot.Scope]!.Value))];
        }
    }

    private static void Reserve(BudgetHold hold, decimal amount)
    {
        foreach (BudgetAccount account in hold.Accounts)
        {
            account.Reserved += amount;
        }
    }

    private static BudgetWarning[] Warnings(BudgetAccount[] accounts, BudgetLimits limits, decimal amount) =>
        [.. accounts
            .Where(account => account.Committed + amount >= limits[account.Slot.Scope] * limits.WarnAt)
            .Select(account => new BudgetWarning(account.Slot.Scope, account.Committed + amount, limits[account.Slot.Scope]!.Value))];

    private BudgetState StateOf(BudgetAccount account, decimal limit)
    {
        string? subject = account.Slot.Scope == BudgetScope.Total ? null : account.Slot.Subject;
        return new(account.Slot.Scope, subject, account.Spent, account.Reserved, limit, ResetsAt);
    }

    private BudgetAccount[] AccountsOf(string user, string? tenant) => [.. BudgetSlot.Of(user, tenant).Select(AccountOf)];

    private BudgetAccount AccountOf(BudgetSlot slot)
    {
        if (!_accounts.TryGetValue(slot, out BudgetAccount? account))
        {
            _accounts[slot] = account = new(slot);
        }

        return account;
    }

    private void ThrowIf(bool isSpent, BudgetAccount account, decimal limit)
    {
        if (!isSpent)
        {
            return;
        }

        string scope = ScopeNames.Of(account.Slot.Scope);
        string figures = string.Create(CultureInfo.InvariantCulture, $"{account.Committed:0.######} of {limit:0.######} US dollars are spent or reserved");
        throw new BudgetExceededException($"The {scope} budget of this month affords no more: {figures}; it begins anew at {ResetsAt:u}.")
        {
            Scope = scope,
            Limit = limit,
            Spent = account.Committed,
            ResetsAt = ResetsAt,
        };
    }
}
