using Tongban.Decisions.Running;
using Tongban.Decisions.Syntax;

namespace Tongban.Decisions.Values;

/// <summary>A function as a value (10.3.2.13.2). The type of its parameters is checked when it is called.</summary>
internal abstract class FunctionValue : FeelValue
{
    public sealed override FeelKind Kind => FeelKind.Function;

    /// <summary>The function as text, for people.</summary>
    public abstract string Text { get; }

    /// <summary>Calls the function.</summary>
    /// <param name="run">The evaluation.</param>
    /// <param name="place">Where the call stands.</param>
    /// <param name="arguments">The arguments in order, or in the order of the names.</param>
    /// <param name="names">Names of the arguments, when they were given by name.</param>
    public abstract FeelValue Call(Run run, Place place, FeelValue[] arguments, string[]? names = null);

    private protected override int Hash() => System.Runtime.CompilerServices.RuntimeHelpers.GetHashCode(this);
}

/// <summary>A parameter of a function.</summary>
internal sealed record Parameter(string Name, FeelType Type);

/// <summary>A function defined in FEEL or by a model. Arguments are converted to the parameters' types; one that cannot be makes the result null.</summary>
internal abstract class DefinedFunction(Parameter[] parameters, FeelType result) : FunctionValue
{
    public Parameter[] Parameters => parameters;

    public override FeelType Type => field ??= FeelType.Function([.. parameters.Select(p => p.Type)], result);

    public sealed override FeelValue Call(Run run, Place place, FeelValue[] arguments, string[]? names = null)
    {
        if (arguments.Length != parameters.Length)
            return run.Fail(place, Messages.WrongArguments(Text, parameters.Select(p => p.Name)));
        var ordered = new FeelValue[parameters.Length];
        for (var i = 0; i < parameters.Length; i++)
        {
            var at = names is null ? i : Array.IndexOf(names, parameters[i].Name);
            if (at < 0)
                return run.Fail(place, Messages.WrongArguments(Text, parameters.Select(p => p.Name)));
            if (Conformance.Coerce(arguments[at], parameters[i].Type) is not { } value)
                return run.Fail(place, Messages.WrongArgument(Text, parameters[i].Name, parameters[i].Type, arguments[at].Type));
            ordered[i] = value;
        }

        run.Enter();
        var made = Invoke(run, ordered);
        run.Leave();
        return Conformance.Coerce(made, result) ?? run.Fail(place, Messages.WrongResult(Text, result, made.Type));
    }

    protected abstract FeelValue Invoke(Run run, FeelValue[] arguments);
}

/// <summary>A function of an expression, with the variables around it as they were.</summary>
internal sealed class Closure(Parameter[] parameters, FeelType type, int[] slots, int size, Code body, Frame around, string text)
    : DefinedFunction(parameters, FeelType.Any)
{
    public override string Text => text;

    public override FeelType Type => type;

    /// <summary>The variables around the function.</summary>
    public Frame Around => around;

    protected override FeelValue Invoke(Run run, FeelValue[] arguments)
    {
        var frame = new Frame(run, new FeelValue[size], around);
        for (var i = 0; i < slots.Length; i++)
            frame.Slots[slots[i]] = arguments[i];
        return body(frame);
    }
}
