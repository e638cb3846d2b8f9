using Tongban.Decisions.Running;
using Tongban.Decisions.Syntax;
using Tongban.Decisions.Values;

namespace Tongban.Decisions.Functions;

/// <summary>A call in progress: for functions that call others, count steps, ask the time or say why there is no value.</summary>
internal readonly record struct Call(Run Run, Place Place)
{
    public FeelValue Fail(Message message) => Run.Fail(Place, message);
}

/// <summary>What a built-in function does. An argument left out is null (of C#); a result of null (of C#) means: no value for such arguments.</summary>
internal delegate FeelValue? Body(Call call, FeelValue?[] arguments);

/// <summary>A built-in function with all its signatures (10.3.4).</summary>
internal sealed class Builtin(string name, bool pure)
{
    private readonly List<(Signature Signature, Body Body)> overloads = [];

    public string Name => name;

    /// <summary>Whether the result depends on the arguments only.</summary>
    public bool Pure => pure;

    public IEnumerable<string> Signatures => overloads.Select(o => o.Signature.Text);

    public void Add(Signature signature, Body body) => overloads.Add((signature, body));

    /// <summary>The signatures that can be called with so many arguments, or with these names: first those that have the names in this order, as before(range, point).</summary>
    public IReadOnlyList<(Signature Signature, Body Body, int[] Positions)> Candidates(int count, string[]? names) =>
        [.. overloads.Select(o => (o.Signature, o.Body, Positions: o.Signature.Match(count, names)!)).Where(c => c.Positions is not null)
            .OrderBy(c => c.Positions.SequenceEqual(c.Positions.Order()) ? 0 : 1)];

    public FeelValue Call(Call call, FeelValue[] arguments, IReadOnlyList<(Signature Signature, Body Body, int[] Positions)> candidates)
    {
        call.Run.Enter();
        foreach (var argument in arguments)
            call.Run.Burn(argument.Weight / 16);
        foreach (var (signature, body, positions) in candidates)
        {
            if (signature.Bind(arguments, positions) is not { } bound)
                continue;
            var value = body(call, bound);
            call.Run.Leave();
            if (value is { IsNull: true } && Array.Exists(arguments, a => a.IsNull))
                return call.Run.Pass(call.Place, Messages.NullArgument(name));
            return value is not null ? call.Run.Pay(value) : call.Fail(Messages.NoFunctionValue(name, arguments.Select(Literal.Brief)));
        }

        call.Run.Leave();
        return candidates.Count > 0 && Array.Exists(arguments, a => a.IsNull)
            ? call.Run.Pass(call.Place, Messages.NullArgument(name))
            : call.Fail(Messages.NoSuchCall(name, arguments.Select(a => a.Type.ToString()), Signatures));
    }
}

/// <summary>A built-in function as a value, to be handed to other functions.</summary>
internal sealed class BuiltinFunction(Builtin builtin) : FunctionValue
{
    public override FeelType Type => FeelType.AnyFunction;
    public override string Text => builtin.Name;

    public override FeelValue Call(Run run, Place place, FeelValue[] arguments, string[]? names = null) =>
        builtin.Call(new(run, place), arguments, builtin.Candidates(arguments.Length, names));
}
