using Tongban.Decisions.Running;
using Tongban.Decisions.Syntax.Nodes;
using Tongban.Decisions.Time;
using Tongban.Decisions.Values;

namespace Tongban.Decisions.Dmn.Analysis;

/// <summary>A part of a column's values that no cell divides: a point, an open interval or "anything else", with one value that stands for all.</summary>
internal sealed record Segment(FeelValue Sample, FeelValue? Above, FeelValue? Below, bool Point);

/// <summary>The values of an input column, cut where its cells cut them.</summary>
internal static class Domain
{
    /// <summary>The segments; null when the values cannot be looked through.</summary>
    public static IReadOnlyList<Segment>? Of(TableInput input, IEnumerable<TestNode> cells)
    {
        var constants = new List<FeelValue>();
        foreach (var cell in cells)
            Collect(cell, constants);
        if (input.Domain.Enumerated is { Count: > 0 } enumerated)
            return [.. enumerated.Select(v => new Segment(v, null, null, true))];
        var kind = constants.Count > 0 ? constants[0].Kind : input.Type.Kind;
        if (constants.Exists(c => c.Kind != kind))
            return null;
        var segments = kind switch
        {
            FeelKind.Boolean => [new(true, null, null, true), new(false, null, null, true)],
            FeelKind.String => Names(constants),
            FeelKind.Number or FeelKind.Date or FeelKind.DateTime or FeelKind.Time or FeelKind.DaysAndTimeDuration or FeelKind.YearsAndMonthsDuration => Intervals(constants),
            _ => null,
        };
        return segments is null ? null : [.. segments.Where(s => IsAllowed(input.Domain, s.Sample))];
    }

    private static bool IsAllowed(ItemType domain, FeelValue value) => domain.Broken(new Run(EvaluationOptions.Default), value) is null;

    /// <summary>The constants of a cell that its column cannot have: mostly slips of the pen.</summary>
    public static IEnumerable<FeelValue> Impossible(TableInput input, TestNode cell)
    {
        var constants = new List<FeelValue>();
        Collect(cell, constants);
        return constants.Where(c => c is StringValue && !IsAllowed(input.Domain, c));
    }

    /// <summary>Whether a cell depends on nothing but the tested value.</summary>
    public static bool IsKnown(TestNode cell) => cell switch
    {
        AnyTest => true,
        AnyOfTest any => any.Tests.All(IsKnown),
        _ => cell.Accepted is not null,
    };

    private static void Collect(TestNode cell, List<FeelValue> constants)
    {
        if (cell is AnyOfTest any)
            foreach (var test in any.Tests)
                Collect(test, constants);
        else if (cell.Accepted is { } accepted)
            Collect(accepted, constants);
    }

    private static void Collect(FeelValue value, List<FeelValue> constants)
    {
        switch (value)
        {
            case NullValue:
                break;
            case RangeValue range:
                Collect(range.Start, constants);
                Collect(range.End, constants);
                break;
            case FeelList list:
                foreach (var item in list)
                    Collect(item, constants);
                break;
            default:
                constants.Add(value);
                break;
        }
    }

    private static List<Segment> Names(List<FeelValue> constants)
    {
        var names = constants.Distinct().ToList();
        // A string that is none of them stands for all others.
        FeelValue other = "\u0000" + string.Concat(names.Select(n => n.ToText()));
        return [.. names.Select(n => new Segment(n, null, null, true)), new(other, null, null, false)];
    }

    private static List<Segment> Intervals(List<FeelValue> constants)
    {
        var ends = constants.Distinct().Order(Comparer<FeelValue>.Create((a, b) => Comparison.Order(a, b) ?? 0)).ToList();
        var segments = new List<Segment>();
        for (var i = 0; i <= ends.Count; i++)
        {
            var (above, below) = (i > 0 ? ends[i - 1] : null, i < ends.Count ? ends[i] : null);
            if (Between(above, below) is { } sample)
                segments.Add(new(sample, above, below, false));
            if (below is not null)
                segments.Add(new(below, below, below, true));
        }

        return segments;
    }

    /// <summary>A value strictly between two, or beyond one; null when there is none, as between two days that follow each other.</summary>
    private static FeelValue? Between(FeelValue? above, FeelValue? below)
    {
        if (above is null || below is null)
            return (above ?? below) is { } end ? Moved(end, above is null ? -1 : 1) : FeelValue.Null;
        if (above is NumberValue a && below is NumberValue b)
            return FeelNumber.Add(a.Number, b.Number) is { } sum ? NumberValue.Of(FeelNumber.Divide(sum, FeelNumber.From(2L))) : null;
        return Moved(above, 1) is { } next && Comparison.Order(next, below) < 0 ? next : null;
    }

    private static FeelValue? Moved(FeelValue value, int steps) => value switch
    {
        NumberValue n => NumberValue.Of(FeelNumber.Add(n.Number, FeelNumber.From((long)steps))),
        DateValue d => CivilDate.FromEpochDay(d.Date.EpochDay + steps) is { } date ? new DateValue(date) : null,
        YearsMonthsValue d => new YearsMonthsValue(d.Months + steps),
        DaysTimeValue d => new DaysTimeValue(d.Nanos + (steps * TimeValue.NanosPerSecond)),
        DateTimeValue t => DateTimeValue.At(t.Instant + (steps * TimeValue.NanosPerSecond), t.Zone),
        TimeValue t when t.Nanos + (steps * TimeValue.NanosPerSecond) is >= 0 and < TimeValue.NanosPerDay and var nanos => new TimeValue(nanos, t.Zone),
        _ => null,
    };

    /// <summary>Segments as unary tests would name them.</summary>
    public static string Describe(IReadOnlyList<Segment> all, IReadOnlyList<Segment> some)
    {
        // Any other string: what it is not.
        if (some.Any(IsOther))
            return $"not({string.Join(", ", all.Except(some).Select(s => s.Sample))})";
        var texts = new List<string>();
        for (var i = 0; i < some.Count; i++)
        {
            var first = some[i];
            var last = first;
            while (i + 1 < some.Count && IndexOf(all, some[i + 1]) == IndexOf(all, last) + 1 && first.Above is not null | first.Below is not null)
                last = some[++i];
            texts.Add(Text(first, last));
        }

        return string.Join(", ", texts);
    }

    private static bool IsOther(Segment segment) => segment is { Above: null, Below: null, Point: false };

    private static int IndexOf(IReadOnlyList<Segment> all, Segment segment)
    {
        for (var i = 0; i < all.Count; i++)
            if (ReferenceEquals(all[i], segment))
                return i;
        return -1;
    }

    private static string Text(Segment first, Segment last)
    {
        if (first.Above is null && first.Below is null)
            return first.Sample.ToString();
        if (ReferenceEquals(first, last) && first.Point)
            return first.Sample.ToString();
        if (first.Above is null)
            return $"{(last.Point ? "<=" : "<")} {last.Below}";
        if (last.Below is null)
            return $"{(first.Point ? ">=" : ">")} {first.Above}";
        return $"{(first.Point ? '[' : '(')}{first.Above}..{last.Below}{(last.Point ? ']' : ')')}";
    }
}
