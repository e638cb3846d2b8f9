using Tongban.Decisions.Running;
using Tongban.Decisions.Syntax;
using Tongban.Decisions.Values;

namespace Tongban.Decisions.Dmn;

/// <summary>A business knowledge model as a function. It sees its parameters and the functions it requires, never data.</summary>
internal sealed class KnowledgeFunction(
    string name, Parameter[] parameters, int[] slots, ItemType[] types, ItemType result, FeelType resultType, Layout layout, Code body, Bindings required, Place place, ModelBuilder owner)
    : DefinedFunction(parameters, resultType)
{
    public override string Text => name;

    protected override FeelValue Invoke(Run run, FeelValue[] arguments)
    {
        var frame = new Frame(run, new FeelValue[layout.Count]);
        for (var i = 0; i < slots.Length; i++)
            frame.Slots[slots[i]] = types[i].Check(run, place, Parameters[i].Name, arguments[i], Messages.WrongInput);
        if (!required.IsEmpty)
            required.Fill(frame.Slots, new ModelRun(run, [], owner));

        return result.Check(run, place, name, body(frame), Messages.WrongResult);
    }
}

/// <summary>A decision service (6.3.10) as a function: its output decisions for given inputs and given results of its input decisions.</summary>
internal sealed class ServiceFunction(string name, Parameter[] parameters, Requirement[] outputs, FeelType result, ModelBuilder owner)
    : DefinedFunction(parameters, result)
{
    public override string Text => name;

    protected override FeelValue Invoke(Run run, FeelValue[] arguments)
    {
        var inputs = new FeelContext();
        for (var i = 0; i < arguments.Length; i++)
            inputs.Add(Parameters[i].Name, arguments[i]);
        return Decide(new ModelRun(run, inputs, owner));
    }

    public IReadOnlyList<string> Outputs => [.. outputs.Select(o => o.Node.Name)];

    public FeelValue Decide(ModelRun run)
    {
        if (outputs.Length == 1)
            return run.Get(outputs[0]);
        var context = new FeelContext();
        foreach (var output in outputs)
            context.Add(output.Node.Name, run.Get(output));
        return context;
    }
}
