using Tongban.Decisions.Values;

namespace Tongban.Decisions.Functions;

/// <summary>List functions (10.3.4.4).</summary>
internal static class ListFunctions
{
    public static readonly (string, Body)[] All =
    [
        ("list contains(list: list, element: any): boolean", (_, a) => L(a[0]).Any(i => Comparison.Same(i, a[1]!) == true)),
        ("count(list: list): number", (_, a) => NumberValue.Of(L(a[0]).Count)),
        ("all(list...: list): boolean", (_, a) => Every(L(a[0]), true)),
        ("any(list...: list): boolean", (_, a) => Every(L(a[0]), false)),
        ("sublist(list: list, start position: number, length?: number): same", (_, a) => Sublist(L(a[0]), a[1], a[2])),
        ("append(list: list, item*: any): list", (_, a) => new FeelList([.. L(a[0]), .. L(a[1])])),
        ("concatenate(list*: any): list", (_, a) => Joined(L(a[0])) is { } items ? new FeelList(items) : null),
        ("union(list*: any): list", (_, a) => Joined(L(a[0])) is { } items ? Distinct(items) : null),
        ("distinct values(list: list): same", (_, a) => Distinct(L(a[0]))),
        ("duplicate values(list: list): same", (_, a) => Distinct(Repeated(L(a[0])))),
        ("flatten(list: list): list", (call, a) => new FeelList(Flat(call, L(a[0])))),
        ("insert before(list: list, position: number, newItem: any): list", (_, a) => Position(a, 0) is { } at ? new FeelList([.. L(a[0]).Take(at), a[2]!, .. L(a[0]).Skip(at)]) : null),
        ("remove(list: list, position: number): same", (_, a) => Position(a, 0) is { } at ? new FeelList([.. L(a[0]).Take(at), .. L(a[0]).Skip(at + 1)]) : null),
        ("list replace(list: list, position: number, newItem: any): list", (_, a) => Position(a, 0) is { } at ? new FeelList([.. L(a[0]).Take(at), a[2]!, .. L(a[0]).Skip(at + 1)]) : null),
        ("list replace(list: list, match: function, newItem: any): list", (call, a) => ListReplace(call, L(a[0]), (FunctionValue)a[1]!, a[2]!)),
        ("reverse(list: list): same", (_, a) => new FeelList(L(a[0]).Reverse())),
        ("index of(list: list, match: any): list", (_, a) => new FeelList(L(a[0]).Index().Where(i => Comparison.Same(i.Item, a[1]!) == true).Select(i => (FeelValue)NumberValue.Of(i.Index + 1)))),
        ("sort(list: list, precedes?: function): same", (call, a) => a[1] is NullValue ? a[1] : Sort(call, L(a[0]), a[1] as FunctionValue)),
    ];

    private static FeelList L(FeelValue? value) => (FeelList)value!;

    private static IEnumerable<FeelValue>? Joined(FeelList lists) => lists.Any(l => l.IsNull) ? null : lists.SelectMany(l => l is FeelList list ? list : (IEnumerable<FeelValue>)[l]);

    /// <summary>Conjunction for true, disjunction for false, three-valued.</summary>
    private static FeelValue Every(FeelList list, bool every)
    {
        if (list.Any(i => i is BooleanValue b && b.Value != every))
            return !every;
        return list.All(i => i is BooleanValue) ? every : FeelValue.Null;
    }

    private static FeelList? Sublist(FeelList list, FeelValue? start, FeelValue? length)
    {
        if (!((NumberValue)start!).Number.TryToInt32(out var from) || from == 0 || Math.Abs((long)from) > list.Count)
            return null;
        var begin = from > 0 ? from - 1 : list.Count + from;
        var count = list.Count - begin;
        if (length is NumberValue { Number: var wanted })
            if (!wanted.TryToInt32(out var given) || given < 1 || given > count)
                return null;
            else
                count = given;
        return new FeelList(list.Items[begin..(begin + count)]);
    }

    /// <summary>The index from 0 of a position from 1, or from the end; null when the list has none such.</summary>
    private static int? Position(FeelValue?[] a, int beyond)
    {
        var count = L(a[0]).Count;
        if (!((NumberValue)a[1]!).Number.TryToInt32(out var position) || position == 0 || Math.Abs((long)position) > count + beyond)
            return null;
        return position > 0 ? position - 1 : count + position;
    }

    private static FeelList Distinct(IEnumerable<FeelValue> items)
    {
        var seen = new HashSet<FeelValue>();
        return new FeelList(items.Where(seen.Add));
    }

    private static IEnumerable<FeelValue> Flat(Call call, FeelList list)
    {
        call.Run.Burn(list.Count);
        foreach (var item in list)
            if (item is FeelList inner)
                foreach (var deep in Flat(call, inner))
                    yield return deep;
            else
                yield return item;
    }

    private static IEnumerable<FeelValue> Repeated(FeelList list)
    {
        var seen = new HashSet<FeelValue>();
        var twice = list.Where(i => !seen.Add(i)).ToHashSet();
        return list.Where(twice.Contains);
    }

    private static FeelList? ListReplace(Call call, FeelList list, FunctionValue match, FeelValue item)
    {
        var replaced = new FeelValue[list.Count];
        for (var i = 0; i < replaced.Length; i++)
        {
            if (match.Call(call.Run, call.Place, [list[i], item]) is not BooleanValue hit)
                return null;
            replaced[i] = hit.Value ? item : list[i];
        }

        return new FeelList(replaced);
    }

    private static FeelList? Sort(Call call, FeelList list, FunctionValue? precedes)
    {
        var sorted = list.Items.ToArray();
        var comparable = true;
        call.Run.Burn(sorted.Length);
        // A merge sort: stable, and never confused by a function that contradicts itself.
        Merge(sorted, new FeelValue[sorted.Length], 0, sorted.Length);
        return comparable ? new FeelList(sorted) : null;

        bool Before(FeelValue x, FeelValue y)
        {
            if (precedes is not null)
            {
                var before = precedes.Call(call.Run, call.Place, [x, y]);
                comparable &= before is BooleanValue;
                return ReferenceEquals(before, FeelValue.True);
            }

            var order = Comparison.Order(x, y);
            comparable &= order is not null;
            return order < 0;
        }

        void Merge(FeelValue[] items, FeelValue[] spare, int from, int to)
        {
            if (to - from < 2)
                return;
            var middle = (from + to) / 2;
            Merge(items, spare, from, middle);
            Merge(items, spare, middle, to);
            int left = from, right = middle;
            for (var i = from; i < to; i++)
                spare[i] = right >= to || (left < middle && !Before(items[right], items[left])) ? items[left++] : items[right++];
            Array.Copy(spare, from, items, from, to - from);
        }
    }
}
