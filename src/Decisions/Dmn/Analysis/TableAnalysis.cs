using Tongban.Decisions.Running;
using Tongban.Decisions.Syntax;
using Tongban.Decisions.Syntax.Nodes;
using Tongban.Decisions.Values;

namespace Tongban.Decisions.Dmn.Analysis;

/// <summary>
/// Overlaps, gaps and idle rules of one table. Every column is cut into segments; a rule is then a box of segments, and all questions are about boxes.
/// A cell that cannot be looked through is taken to cover its column for gaps; otherwise it is only known to be what another of the same text is: what is reported is certain.
/// </summary>
internal sealed class TableAnalysis
{
    private const int MostFindings = 20;
    private const int MostSteps = 200_000;

    private readonly TableNode table;
    private readonly IReadOnlyList<Segment>[] columns;
    private readonly bool[][][] covers;
    private readonly bool[][] known;
    private readonly List<Problem> problems;
    private int steps;

    private TableAnalysis(TableNode table, List<Problem> problems)
    {
        (this.table, this.problems) = (table, problems);
        var whole = new Segment(FeelValue.Null, null, null, false);
        var domains = table.Inputs.Select((input, c) => Domain.Of(input, table.Rules.Select(r => r.Cells[c]))).ToArray();
        columns = [.. domains.Select(d => d ?? [whole])];
        known = [.. table.Rules.Select(r => r.Cells.Select((cell, c) => cell is AnyTest || (domains[c] is not null && Domain.IsKnown(cell))).ToArray())];
        covers = [.. table.Rules.Select(r => r.Cells.Select((cell, c) => Cover(cell, domains[c] is not null, columns[c], table.Inputs[c].Slot)).ToArray())];
    }

    public static void Run(TableNode table, List<Problem> problems)
    {
        if (table.Rules.Count == 0 || table.Inputs.Count == 0)
            return;
        var analysis = new TableAnalysis(table, problems);
        analysis.Impossible();
        analysis.Idle();
        if (table.Policy is HitPolicy.Unique or HitPolicy.Any)
            analysis.Overlaps();
        if (!HitPolicies.GivesList(table.Policy) && table.Outputs.All(o => o.Default is null))
            analysis.Gaps();
    }

    /// <summary>Values in cells that the column's type does not allow, and outputs that are not among the output values.</summary>
    private void Impossible()
    {
        for (var r = 0; r < table.Rules.Count; r++)
        {
            for (var c = 0; c < table.Inputs.Count; c++)
                foreach (var value in Domain.Impossible(table.Inputs[c], table.Rules[r].Cells[c]))
                    Report(r, Messages.ImpossibleValue(r + 1, table.Inputs[c].Text, value.ToString()), Severity.Error);
            for (var o = 0; o < table.Outputs.Count; o++)
                if (table.Outputs[o].Ranks is { } ranks && table.Rules[r].Outputs[o].Constant is { IsNull: false } output && !ranks.Any(v => Comparison.Same(v, output) == true))
                    Report(r, Messages.ImpossibleValue(r + 1, table.Outputs[o].Name, output.ToString()), Severity.Error);
        }
    }

    private static bool[] Cover(TestNode cell, bool cut, IReadOnlyList<Segment> segments, int slot)
    {
        if (cell is AnyTest || !cut || !Domain.IsKnown(cell))
            return [.. segments.Select(_ => true)];
        var test = cell.Compile();
        var frame = new Frame(new Run(EvaluationOptions.Default), new FeelValue[slot + 1]);
        return [.. segments.Select(s => test(frame, s.Sample) == true)];
    }

    private void Overlaps()
    {
        var found = 0;
        for (var i = 0; i < covers.Length; i++)
            for (var j = i + 1; j < covers.Length && found < MostFindings; j++)
            {
                if (!Meet(i, j) || (table.Policy == HitPolicy.Any && SameOutputs(i, j)))
                    continue;
                found++;
                var where = Describe([.. columns.Select((column, c) => column.Where((_, s) => covers[i][c][s] && covers[j][c][s]).ToArray())], c => Unknown(i, c) ?? Unknown(j, c));
                Report(j, table.Policy == HitPolicy.Unique
                    ? Messages.OverlappingRules(i + 1, j + 1, where)
                    : Messages.ContradictingRules(i + 1, j + 1, where), Severity.Error);
            }
    }

    private string? Unknown(int rule, int column) => known[rule][column] ? null : table.Rules[rule].Shown.Inputs[column];

    /// <summary>Whether one rule's cell holds for all that another's holds for, where one of the two cannot be looked through.</summary>
    private bool Certain(int wide, int narrow, int column) => (known[wide][column] && known[narrow][column])
        || table.Rules[wide].Cells[column] is AnyTest || Unknown(wide, column) == Unknown(narrow, column);

    private bool Meet(int i, int j)
    {
        for (var c = 0; c < columns.Length; c++)
        {
            if (!Certain(i, j, c) && !Certain(j, i, c))
                return false;
            bool[] x = covers[i][c], y = covers[j][c];
            var meet = false;
            for (var s = 0; s < x.Length && !meet; s++)
                meet = x[s] && y[s];
            if (!meet)
                return false;
        }

        return true;
    }

    private bool SameOutputs(int i, int j) => table.Rules[i].Outputs.Zip(table.Rules[j].Outputs)
        .All(p => p.First.Constant is { } a && p.Second.Constant is { } b ? Comparison.Same(a, b) == true : p.First.ToString() == p.Second.ToString());

    /// <summary>Rules whose box is empty, and those that stronger rules cover.</summary>
    private void Idle()
    {
        for (var r = 0; r < covers.Length; r++)
        {
            var empty = Array.Exists(covers[r], column => Array.TrueForAll(column, s => !s));
            var stronger = Stronger(r);
            if (empty || (stronger is not null && Covered(r, stronger)))
                Report(r, Messages.Unreachable(r + 1), Severity.Warning);
        }
    }

    /// <summary>The rules that win over a rule when both hit; null when none can.</summary>
    private RuleSet? Stronger(int rule)
    {
        if (table.Policy is not (HitPolicy.First or HitPolicy.Priority))
            return null;
        var stronger = new RuleSet(new ulong[(covers.Length + 63) / 64]);
        for (var other = 0; other < covers.Length; other++)
        {
            if (other == rule || !Enumerable.Range(0, columns.Length).All(c => Certain(other, rule, c)))
                continue;
            if (table.Policy == HitPolicy.First ? other < rule : Rank(other) < Rank(rule) || (Rank(other) == Rank(rule) && other < rule))
                stronger.Add(other);
        }

        return stronger;
    }

    // Only tables of one output have a priority that is plain to see.
    private int Rank(int rule)
    {
        if (table.Outputs is not [{ Ranks: { } ranks }] || table.Rules[rule].Outputs[0].Constant is not { } output)
            return 0;
        for (var i = 0; i < ranks.Count; i++)
            if (Comparison.Same(ranks[i], output) == true)
                return i;
        return int.MaxValue;
    }

    private bool Covered(int rule, RuleSet by)
    {
        steps = 0;
        return Inside(0, by);

        bool Inside(int column, RuleSet active)
        {
            if (active.IsEmpty || ++steps > MostSteps)
                return false;
            if (column == columns.Length)
                return true;
            return Groups(column, active, s => covers[rule][column][s]).All(g => Inside(column + 1, g.Active));
        }
    }

    private void Gaps()
    {
        var chosen = new Segment[columns.Length][];
        var found = 0;
        steps = 0;
        Search(0, RuleSet.All(covers.Length));

        void Search(int column, RuleSet active)
        {
            if (found >= MostFindings || ++steps > MostSteps)
                return;
            if (active.IsEmpty)
            {
                found++;
                for (var c = column; c < columns.Length; c++)
                    chosen[c] = [.. columns[c]];
                var uncovered = Describe(chosen);
                problems.Add(table.Place.Problem(Messages.Gap(uncovered), Severity.Warning) with { Uncovered = uncovered });
                return;
            }

            if (column == columns.Length)
                return;
            foreach (var (segments, left) in Groups(column, active, _ => true))
            {
                chosen[column] = segments;
                Search(column + 1, left);
            }
        }
    }

    /// <summary>The segments of a column, put together where the same of the active rules cover them.</summary>
    private IEnumerable<(Segment[] Segments, RuleSet Active)> Groups(int column, RuleSet active, Func<int, bool> within) => Enumerable.Range(0, columns[column].Count)
        .Where(within)
        .GroupBy(s => active.And(Covering(column, s)))
        .Select(g => (g.Select(s => columns[column][s]).ToArray(), g.Key));

    private readonly Dictionary<(int, int), RuleSet> covering = [];

    private RuleSet Covering(int column, int segment)
    {
        if (covering.TryGetValue((column, segment), out var rules))
            return rules;
        rules = new RuleSet(new ulong[(covers.Length + 63) / 64]);
        for (var r = 0; r < covers.Length; r++)
            if (covers[r][column][segment])
                rules.Add(r);
        return covering[(column, segment)] = rules;
    }

    private string Describe(Segment[][] chosen, Func<int, string?>? unknown = null)
    {
        var parts = chosen.Select((segments, c) => unknown?.Invoke(c) is { } text ? $"{table.Inputs[c].Text}: {text}"
            : segments.Length == columns[c].Count ? null
            : $"{table.Inputs[c].Text}: {Domain.Describe(columns[c], segments)}").Where(p => p is not null).ToArray();
        return parts.Length == 0 ? "-" : string.Join("; ", parts);
    }

    private void Report(int rule, Message message, Severity severity) => problems.Add(table.Rules[rule].Place.Problem(message, severity));
}
