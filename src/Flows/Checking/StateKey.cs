using System.Globalization;

namespace Tongban.Flows.Checking;

/// <summary>What makes two states the same: what rests where inside what, without the numbers that tokens happen to bear.</summary>
internal static class StateKey
{
    public static string Of(FlowState state) =>
        state.Scopes.FirstOrDefault(s => s.Parent is null) is { } process ? Inside(state, process) : "";

    private static string Inside(FlowState state, FlowScope scope) => string.Join(',', state.Tokens.Where(t => t.Scope == scope.Id)
        .Select(t => Token(state, t)).Order(StringComparer.Ordinal));

    private static string Token(FlowState state, FlowToken token) => string.Create(CultureInfo.InvariantCulture,
        $"{token.At}#{token.Instance}{token.Repeats}{string.Join('+', token.Fired.Order(StringComparer.Ordinal))}({Children(state, token)})");

    private static string Children(FlowState state, FlowToken token) =>
        state.Scopes.FirstOrDefault(s => s.Parent == token.Id) is { } inside ? Inside(state, inside) : "";
}
