using CsCheck;

namespace Tongban.Decisions.Tests;

/// <summary>Random expressions, most of them meaningless: what a careless author or an attacker may write.</summary>
public static class Expressions
{
    public static FeelScope Scope { get; } = new(
        ("a", FeelType.Number), ("b 名", FeelType.String), ("清单", FeelType.List(FeelType.Number)), ("x", FeelType.Any), ("人", FeelType.Context(("年 龄", FeelType.Number))));

    private static readonly string[] Atoms =
    [
        "1", "0", "-3", "2.50", "1E30", "9999999999999999999999999999999999", "\"\"", "\"汉字\"", "\"a\\\"b\"", "true", "false", "null",
        "@\"2024-02-29\"", "@\"23:59:59Z\"", "@\"2024-02-29T10:00:00@Europe/Paris\"", "@\"P1DT2H\"", "@\"-P3M\"",
        "a", "b 名", "清单", "x", "人", "人.年 龄", "[]", "{}", "[1..3]", "(a..10[", "(< 5)", "(!= 1)",
    ];

    private static readonly string[] Binaries = ["+", "-", "*", "/", "**", "=", "!=", "<", "<=", ">", ">=", "and", "or"];

    private static readonly string[] Unaries =
    [
        "-({0})", "not({0})", "count({0})", "string({0})", "date({0})", "sum({0})", "[{0}]", "{{k: {0}}}", "{{k: {0}, \"l m\": k}}.k", "({0}).k", "({0})[1]", "({0})[item > 1]", "flatten({0})",
        "({0}) instance of list<number>", "for i in {0} return i", "some i in {0} satisfies i = 1", "(function(p: number) p + 1)({0})", "abs(n: {0})", "duration({0})", "median({0})", "sort({0})", "({0}).year",
        "split(string({0}), \"a*\")", "matches(\"aaa\", string({0}))",
    ];

    private static readonly string[] Ternaries =
    [
        "if {0} then {1} else {2}", "({0}) between ({1}) and ({2})", "({0}) in ({1}, {2})", "for i in {0}, j in {1} return {2}", "substring({0}, {1}, {2})", "({0}) in [({1})..({2})]",
        "[{0}, {1}, {2}]", "{{p: {0}, q: {1}}}.p", "replace({0}, {1}, {2})", "every i in ({0})..({1}) satisfies {2}", "context put({0}, {1}, {2})", "date({0}, {1}, {2})", "list replace({0}, {1}, {2})",
    ];

    public static Gen<string> Gen { get; } = Of(4);

    private static Gen<string> Any(string[] choices) => CsCheck.Gen.Int[0, choices.Length - 1].Select(i => choices[i]);

    private static Gen<string> Of(int depth)
    {
        if (depth == 0)
            return Any(Atoms);
        var inner = Of(depth - 1);
        return CsCheck.Gen.Frequency(
            (2, Any(Atoms)),
            (3, CsCheck.Gen.Select(inner, Any(Binaries), inner, (l, op, r) => $"({l}) {op} ({r})")),
            (3, CsCheck.Gen.Select(Any(Unaries), inner, (form, value) => Fill(form, value))),
            (3, CsCheck.Gen.Select(Any(Ternaries), inner, inner, inner, (form, p, q, r) => Fill(form, p, q, r))));
    }

    private static string Fill(string form, params string[] values)
    {
        var filled = form.Replace("{{", "{", StringComparison.Ordinal).Replace("}}", "}", StringComparison.Ordinal);
        for (var i = 0; i < values.Length; i++)
            filled = filled.Replace($"{{{i}}}", values[i], StringComparison.Ordinal);
        return filled;
    }
}
