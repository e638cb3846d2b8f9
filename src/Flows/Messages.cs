namespace Tongban.Flows;

/// <summary>All texts of problems.</summary>
internal static class Messages
{
    public static Problem TooLarge(string most) => new("flow-too-large", null, 0, $"文件太大：最多 {most}。请拆成几个流程", $"The file is too large: at most {most}. Split it into several flows");

    public static Problem BadXml(string what, int line) => new("flow-xml", null, line, $"不是能读的 XML：{what}", $"Not readable as XML: {what}");

    public static Problem NoDefinitions() => new("flow-definitions", null, 1, "根元素应当是 BPMN 2.0 的 definitions", "The root element must be definitions of BPMN 2.0");

    public static Problem ProcessCount(int count) => new("flow-processes", null, 1, $"文件里应当有一个 process，现在是 {count} 个", $"The file must hold one process; it holds {count}");

    public static Problem Element(string name, string? id, int line) => new("flow-element", id, line,
        $"不支持元素 {name}。能用的是：开始、结束、终止、用户任务、服务任务、业务规则任务、调用活动、子流程、排他/并行/包容网关、定时和消息事件",
        $"The element {name} is not supported. Use start, end, terminate, user, service and business-rule tasks, call activities, subprocesses, exclusive, parallel and inclusive gateways, timer and message events");

    public static Problem NoId(string name, int line) => new("flow-id", null, line, $"元素 {name} 没有 id", $"The element {name} has no id");

    public static Problem TwiceId(string id, int line) => new("flow-id-twice", id, line, $"id {id} 用了两次", $"The id {id} is used twice");

    public static Problem Attribute(string id, string name, string value, int line) => new("flow-attribute", id, line,
        $"{id} 的 {name} 不能是“{value}”", $"{name} of {id} cannot be \"{value}\"");

    public static Problem Missing(string id, string name, int line) => new("flow-missing", id, line, $"{id} 缺少 {name}", $"{id} lacks {name}");

    public static Problem EventKind(string id, string name, int line) => new("flow-event", id, line,
        $"{id}：这里不支持 {name}", $"{id}: {name} is not supported here");

    public static Problem Expression(string id, string zh, string en, int line) => new("flow-expression", id, line, $"{id} 的表达式：{zh}", $"Expression of {id}: {en}");

    public static Problem Reference(string id, string target, int line) => new("flow-reference", id, line,
        $"{id} 指向 {target}，但同一层里没有它", $"{id} refers to {target}, which does not stand on the same level");

    public static Problem Starts(string container, int count, int line) => new("flow-starts", container, line,
        $"{container} 应当有一个不带触发条件的开始事件，现在是 {count} 个", $"{container} must have one start event without a trigger; it has {count}");

    public static Problem Ways(FlowNode node, string zh, string en) => new("flow-ways", node.Id, node.Line, $"{node.Name}：{zh}", $"{node.Name}: {en}");

    public static Problem Unreachable(FlowNode node) => new("flow-unreachable", node.Id, node.Line, $"从开始走不到“{node.Name}”", $"\"{node.Name}\" cannot be reached from the start");

    public static Problem NoEnd(FlowNode node) => new("flow-no-end", node.Id, node.Line, $"从“{node.Name}”走不到结束", $"No end can be reached from \"{node.Name}\"");

    public static Problem Idle(string path, FlowNode node) => new("flow-idle-loop", node.Id, node.Line,
        $"这一圈里没有人也没有系统做事，会一直转下去：{path}", $"Nobody does anything in this loop, it would run for ever: {path}");

    public static Problem Stuck(string zh, string en, FlowNode node) => new("flow-stuck", node.Id, node.Line,
        $"走到“{node.Name}”可能永远等不齐：{zh}", $"At \"{node.Name}\" it may wait for ever: {en}");

    public static Problem Overflow(string zh, string en) => new("flow-overflow", null, 0,
        $"同时进行的事会越来越多：{zh}", $"More and more would be under way at once: {en}");

    public static Problem NotWaiting(string what) => new("flow-not-waiting", null, 0, $"流程没有在等这一步：{what}", $"The flow does not wait for this: {what}");

    public static Problem NoAnswer(string id, string text) => new("flow-no-answer", id, 0, $"{id} 的条件没有是或否的结果：{text}", $"The condition of {id} is neither true nor false: {text}");

    public static Problem NoWay(FlowNode node) => new("flow-no-way", node.Id, node.Line,
        $"“{node.Name}”的条件都不成立，也没有默认的路", $"No condition of \"{node.Name}\" holds, and there is no default way");

    public static Problem NoCount(FlowNode node, string text) => new("flow-no-count", node.Id, node.Line,
        $"“{node.Name}”要做几次算不出来，或者不在 1 到 {Stepping.Limits.MostRepetitions} 之间：{text}",
        $"How often \"{node.Name}\" is to be done cannot be told, or is not between 1 and {Stepping.Limits.MostRepetitions}: {text}");

    public static Problem TooMany() => new("flow-too-many", null, 0,
        $"同时进行的事超过 {Stepping.Limits.MostTokens} 件", $"More than {Stepping.Limits.MostTokens} things are under way at once");

    public static Problem BadState(string what) => new("flow-state", null, 0, $"保存的状态和流程不相符：{what}", $"The kept state does not fit the flow: {what}");
}
