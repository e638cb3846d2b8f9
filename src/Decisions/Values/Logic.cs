using Tongban.Decisions.Running;

namespace Tongban.Decisions.Values;

/// <summary>Three-valued logic (10.3.2.13, table 46): what is no boolean counts as null.</summary>
internal static class Logic
{
    public static FeelValue And(Code a, Code b, Frame f)
    {
        var x = a(f);
        if (ReferenceEquals(x, FeelValue.False))
            return x;
        var y = b(f);
        if (ReferenceEquals(y, FeelValue.False))
            return y;
        return x is BooleanValue && y is BooleanValue ? FeelValue.True : FeelValue.Null;
    }

    public static FeelValue Or(Code a, Code b, Frame f)
    {
        var x = a(f);
        if (ReferenceEquals(x, FeelValue.True))
            return x;
        var y = b(f);
        if (ReferenceEquals(y, FeelValue.True))
            return y;
        return x is BooleanValue && y is BooleanValue ? FeelValue.False : FeelValue.Null;
    }

    public static FeelValue Of(bool? value) => value is { } known ? known : FeelValue.Null;
}
