using Tongban.Decisions.Syntax.Nodes;

namespace Tongban.Decisions.Dmn.Analysis;

/// <summary>What an author hardly means, in the whole model.</summary>
internal static class ModelAnalysis
{
    public static IReadOnlyList<Problem> Of(ModelBuilder model)
    {
        var problems = new List<Problem>();
        var used = new HashSet<ModelNode>();
        foreach (var decision in model.Nodes.OfType<DecisionNode>())
        {
            foreach (var (import, node) in decision.Requirements)
            {
                used.Add(node);
                if (!decision.Used.Contains(import ?? node.Name))
                    problems.Add(decision.Place.Problem(Messages.UnusedRequirement(node.Name), Severity.Warning));
            }

            if (Table(decision.Expression) is { } table)
                TableAnalysis.Run(table, problems);
        }

        foreach (var table in model.Nodes.OfType<KnowledgeNode>().Select(k => Table(k.Body)).OfType<TableNode>())
            TableAnalysis.Run(table, problems);
        foreach (var input in model.Nodes.OfType<InputNode>().Where(i => !used.Contains(i)))
            problems.Add(input.Place.Problem(Messages.UnusedInput(input.Name), Severity.Warning));
        return problems;
    }

    private static TableNode? Table(Node? node) => node as TableNode ?? (node as CheckedNode)?.Value as TableNode;
}
