using Tongban.Decisions.Syntax;
using Tongban.Decisions.Syntax.Nodes;

namespace Tongban.Decisions.Dmn;

/// <summary>An input column: its expression, the slot of <c>?</c> in its cells, the values it allows, and the values that can come in at all.</summary>
internal sealed record TableInput(string Text, Node Expression, int Slot, FeelType Type, ItemType? Allowed, ItemType Domain);

/// <summary>An output column. <paramref name="Ranks"/> are its values from the highest priority down.</summary>
internal sealed record TableOutput(string Name, ItemType Type, IReadOnlyList<FeelValue>? Ranks, Node? Default);

/// <summary>A rule.</summary>
internal sealed record TableRule(DmnRule Shown, Place Place, TestNode[] Cells, Node[] Outputs);
