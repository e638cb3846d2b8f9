using Tongban.Decisions.Syntax.Nodes;

namespace Tongban.Decisions.Dmn;

/// <summary>An input column: its expression, and the slot of <c>?</c> in its cells.</summary>
internal sealed record TableInput(string Text, Node Expression, int Slot, FeelType Type, ItemType? Allowed);

/// <summary>An output column. <paramref name="Ranks"/> are its values from the highest priority down.</summary>
internal sealed record TableOutput(string Name, ItemType Type, IReadOnlyList<FeelValue>? Ranks, Node? Default);

/// <summary>A rule.</summary>
internal sealed record TableRule(DmnRule Shown, TestNode[] Cells, Node[] Outputs);
