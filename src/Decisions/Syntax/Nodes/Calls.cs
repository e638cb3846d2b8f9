using System.Text;
using Tongban.Decisions.Functions;
using Tongban.Decisions.Running;
using Tongban.Decisions.Values;

namespace Tongban.Decisions.Syntax.Nodes;

/// <summary>The arguments of a call, by position or by name (grammar rules 41 to 44).</summary>
internal sealed record Arguments(IReadOnlyList<Node> Values, string[]? Names)
{
    public void Print(StringBuilder text)
    {
        text.Append('(');
        for (var i = 0; i < Values.Count; i++)
        {
            text.Append(i > 0 ? ", " : "");
            if (Names is not null)
                text.Append(Names[i]).Append(": ");
            Values[i].Print(text);
        }

        text.Append(')');
    }
}

/// <summary>A call of a built-in function, whose signatures are known beforehand.</summary>
internal sealed class BuiltinCallNode : Node
{
    private readonly Builtin builtin;
    private readonly Arguments arguments;
    private readonly IReadOnlyList<(Signature Signature, Body Body, int[] Positions)> candidates;

    public BuiltinCallNode(Place place, Builtin builtin, Arguments arguments, IReadOnlyList<(Signature Signature, Body Body, int[] Positions)> candidates)
        : base(place, candidates.Count == 0 ? FeelType.Any : candidates[0].Signature.Result([.. arguments.Values.Select(v => v.Type)]))
    {
        (this.builtin, this.arguments, this.candidates) = (builtin, arguments, candidates);
        Constant = Fold();
    }

    public override FeelValue? Constant { get; }

    // date("2025-01-01") in a cell is a value, not a computation.
    private FeelValue? Fold()
    {
        if (!builtin.Pure || candidates.Count == 0 || arguments.Values.Any(v => v.Constant is null or FunctionValue))
            return null;
        var run = new Run(EvaluationOptions.Default with { Fuel = 1000 });
        try
        {
            var value = builtin.Call(new(run, Place), [.. arguments.Values.Select(v => v.Constant!)], candidates);
            return run.Diagnostics.Count == 0 ? value : null;
        }
        catch (GivenUp)
        {
            return null;
        }
    }

    public override Code Compile()
    {
        if (Constant is { } constant)
            return _ => constant;
        var codes = CompileAll(arguments.Values);
        return f =>
        {
            var values = new FeelValue[codes.Length];
            for (var i = 0; i < codes.Length; i++)
                values[i] = codes[i](f);
            return builtin.Call(new(f.Run, Place), values, candidates);
        };
    }

    public override void Print(StringBuilder text)
    {
        text.Append(builtin.Name);
        arguments.Print(text);
    }
}

/// <summary>A call of whatever function an expression gives.</summary>
internal sealed class CallNode(Place place, Node function, Arguments arguments) : Node(place, function.Type.Result ?? FeelType.Any)
{
    public override Code Compile()
    {
        var callee = function.Compile();
        var codes = CompileAll(arguments.Values);
        return f =>
        {
            if (callee(f) is not FunctionValue target)
                return f.Run.Fail(Place, Messages.NotAFunction(function.ToString()));
            var values = new FeelValue[codes.Length];
            for (var i = 0; i < codes.Length; i++)
                values[i] = codes[i](f);
            return target.Call(f.Run, Place, values, arguments.Names);
        };
    }

    public override void Print(StringBuilder text)
    {
        function.Print(text);
        arguments.Print(text);
    }
}
