using Tongban.Decisions.Running;
using Tongban.Decisions.Syntax;
using Tongban.Decisions.Values;

namespace Tongban.Decisions.Dmn;

/// <summary>A type of the model: a FEEL type with what the item definition allows (7.3.3).</summary>
internal sealed class ItemType(FeelType type)
{
    public static readonly ItemType Any = new(FeelType.Any);

    public FeelType Type => type;

    /// <summary>The type of the elements, when this is a collection with constraints of its own.</summary>
    public ItemType? Element { get; init; }

    /// <summary>The members that have constraints.</summary>
    public IReadOnlyList<(string Name, ItemType Type)> Members { get; init; } = [];

    /// <summary>The tests that a value must pass, with their text.</summary>
    public (Predicate Test, int Slots, string Text)? Allowed { get; init; }

    /// <summary>The constants that are allowed, in order; null when the tests are others.</summary>
    public IReadOnlyList<FeelValue>? Enumerated { get; init; }

    public bool Constrained => Allowed is not null || Element is { Constrained: true } || Members.Any(m => m.Type.Constrained);

    /// <summary>The text of the tests that a value of this type breaks; null when it is allowed.</summary>
    public (FeelValue Value, string Allowed)? Broken(Run run, FeelValue value)
    {
        if (value.IsNull)
            return null;
        if (value is FeelList list && Element is not null)
            foreach (var item in list)
                if (Element.Broken(run, item) is { } inner)
                    return inner;
        if (value is FeelContext context)
            foreach (var (name, member) in Members)
                if (member.Broken(run, context[name]) is { } inner)
                    return inner;
        return Allowed is { } allowed && allowed.Test(new Frame(run, new FeelValue[allowed.Slots]), value) != true ? (value, allowed.Text) : null;
    }

    /// <summary>The value converted to the type and checked; null (of FEEL) and a diagnostic when it is not allowed.</summary>
    public FeelValue Check(Run run, Place place, string name, FeelValue value, Func<string, FeelType, FeelType, Message> wrong)
    {
        if (Conformance.Coerce(value, type) is not { } converted)
            return run.Fail(place, wrong(name, type, value.Type));
        return Constrained && Broken(run, converted) is { } broken
            ? run.Fail(place, Messages.NotAllowed(name, broken.Value.ToString(), broken.Allowed))
            : converted;
    }
}
