using System.Linq.Expressions;
using Navo.Integrations.ExtensionsAI.Vectors;

namespace Navo.Integrations.ExtensionsAI.Internal;

/// <summary>Writes a filter in the forms that stores translate: <c>Contains</c> of a list, or, and.</summary>
internal static class ClauseExpression
{
    public static Expression<Func<KnowledgeRecord, bool>> Of(string[] tokens)
    {
        Expression<Func<KnowledgeRecord, List<string>>>[] clauses = [static r => r.Clause1, static r => r.Clause2, static r => r.Clause3, static r => r.Clause4, static r => r.Clause5];
        Expression<Func<List<string>, string, bool>> holds = static (clause, token) => clause.Contains(token);
        ParameterExpression record = Expression.Parameter(typeof(KnowledgeRecord), "record");
        Expression[] all = [.. clauses.Select((clause, index) => Clause(((MemberExpression)clause.Body).Member, index))];
        return Expression.Lambda<Func<KnowledgeRecord, bool>>(Join(all, Expression.AndAlso), record);

        Expression Clause(System.Reflection.MemberInfo member, int index)
        {
            MemberExpression list = Expression.MakeMemberAccess(record, member);
            string[] accepted = index == 0 ? tokens : [KnowledgeRecord.Anybody, .. tokens]; // the first is never left open
            return Join([.. accepted.Select(token => Expression.Call(list, ((MethodCallExpression)holds.Body).Method, Expression.Constant(token)))], Expression.OrElse);
        }
    }

    /// <summary>As a balanced tree: a long chain is too deep for who walks it.</summary>
    private static Expression Join(ReadOnlySpan<Expression> parts, Func<Expression, Expression, Expression> join) =>
        parts.Length == 1 ? parts[0] : join(Join(parts[..(parts.Length / 2)], join), Join(parts[(parts.Length / 2)..], join));
}
