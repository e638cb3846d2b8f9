using System.Globalization;

namespace Tongban.Decisions;

/// <summary>A message in both languages, with its stable code.</summary>
internal readonly record struct Message(string Code, string Zh, string En);

/// <summary>Every message of this library. A message says what is wrong and what to do.</summary>
internal static class Messages
{
    private static readonly System.Buffers.SearchValues<char> WideSigns = System.Buffers.SearchValues.Create("（），：；＝＜＞");

    private static Message M(string code, FormattableString zh, FormattableString en) =>
        new(code, zh.ToString(CultureInfo.InvariantCulture), en.ToString(CultureInfo.InvariantCulture));

    private static string Join(IEnumerable<string> items) => string.Join(", ", items);

    // Reading expressions.
    public static Message UnexpectedEnd() => M("feel-unexpected-end", $"表达式不完整：请补全末尾缺少的部分。", $"The expression ends too early: complete it.");
    public static Message Unexpected(string token) => Wide(token) ?? M("feel-unexpected", $"此处不应出现“{token}”：请检查运算符、括号和逗号。", $"'{token}' is not expected here: check operators, brackets and commas.");
    public static Message Expected(string wanted, string found) => M("feel-expected", $"此处应为“{wanted}”，实际为“{found}”。", $"'{wanted}' is expected here, but '{found}' was found.");
    public static Message UnclosedString() => M("feel-unclosed-string", $"字符串没有结束：请补上右引号 \"。", $"The string is not closed: add the closing quote \".");
    public static Message UnclosedComment() => M("feel-unclosed-comment", $"注释没有结束：请补上 */。", $"The comment is not closed: add */.");
    public static Message BadNumber(string text) => M("feel-bad-number", $"数字“{text}”超出可表示的范围。", $"The number '{text}' is beyond what can be represented.");
    public static Message BadAtLiteral(string text) => M("feel-bad-at-literal", $"“{text}”不是日期、时间或期间：请写成 @\"2025-01-31\"、@\"PT8H\" 等。", $"'{text}' is no date, time or duration: write @\"2025-01-31\", @\"PT8H\" or the like.");
    public static Message TooDeep() => M("feel-too-deep", $"表达式嵌套过深：请拆成几个较短的表达式。", $"The expression is nested too deeply: split it into shorter ones.");
    public static Message MixedArguments() => M("feel-mixed-arguments", $"参数要么全部按名称给出，要么全部按位置给出。", $"Give either all arguments by name or all by position.");
    public static Message NoExternalFunctions(string name) => M("feel-no-external", $"不支持外部函数“{name}”（Java 或 PMML）：请改用 FEEL 编写。", $"The external function '{name}' (Java or PMML) is not supported: write it in FEEL.");

    // Names and types.
    public static Message UnknownName(string name) => M("feel-unknown-name", $"未知的名称“{name}”：请检查拼写，或先声明它{WideHintZh(name)}。", $"Unknown name '{name}': check the spelling or declare it{WideHintEn(name)}.");
    public static Message UnknownType(string name) => M("feel-unknown-type", $"未知的类型“{name}”：请使用 FEEL 的类型或已定义的数据项类型。", $"Unknown type '{name}': use a type of FEEL or a defined item type.");
    public static Message NoEntry(string name) => M("feel-no-entry", $"上下文中没有“{name}”这一项：请检查名称。", $"The context has no entry '{name}': check the name.");
    public static Message NoProperty(string name, FeelType type) => M("feel-no-property", $"类型 {type} 没有属性“{name}”。", $"Type {type} has no property '{name}'.");
    public static Message DuplicateEntry(string name) => M("feel-duplicate-entry", $"“{name}”重复：上下文中每个名称只能出现一次。", $"'{name}' is repeated: each name may stand once in a context.");
    public static Message NotBoolean(string where, FeelType type) => M("feel-not-boolean", $"“{where}”要求布尔值，实际类型为 {type}。", $"'{where}' needs a boolean, but the type is {type}.");
    public static Message NotComparable(string op, FeelType left, FeelType right) => M("feel-not-comparable", $"{left} 与 {right} 不能用“{op}”比较：请使两边类型一致。", $"{left} and {right} cannot be compared by '{op}': make both sides of one type.");
    public static Message NoResult(string op, FeelType left, FeelType right) => M("feel-no-result", $"{left} {op} {right} 没有结果：请检查类型，以及是否除以零或超出范围。", $"{left} {op} {right} has no result: check the types, and for division by zero or a value out of range.");
    public static Message NullOperand(string op) => M("feel-null-operand", $"“{op}”的一侧为 null，故没有结果。", $"One side of '{op}' is null: there is no result.");
    public static Message NotNegatable(FeelType type) => M("feel-not-negatable", $"类型 {type} 不能取负。", $"A value of type {type} cannot be negated.");
    public static Message BadFilter(FeelType type) => M("feel-bad-filter", $"方括号中应为条件或序号，实际类型为 {type}。", $"A filter needs a condition or an index, but the type is {type}.");
    public static Message BadRange(FeelType from, FeelType to) => M("feel-bad-range", $"从 {from} 到 {to} 不能构成区间：两端类型须一致，且下限不大于上限。", $"{from} to {to} is no range: both ends must be of one type, the lower one first.");
    public static Message TurnedRange(string from, string to) => M("feel-turned-range", $"区间 [{from}..{to}] 上下限颠倒：请把较小的一端写在前面。", $"The range [{from}..{to}] is turned: write the lower end first.");
    public static Message NotIterable(FeelType type) => M("feel-not-iterable", $"不能遍历类型 {type} 的值：需要列表，或整数、日期的起止。", $"A value of type {type} cannot be iterated: a list, or a range of whole numbers or dates is needed.");

    // Functions.
    public static Message NotAFunction(string name) => M("feel-not-a-function", $"“{name}”不是函数。", $"'{name}' is no function.");
    public static Message NoSuchCall(string name, IEnumerable<string> types, IEnumerable<string> signatures) => M("feel-wrong-arguments", $"不能这样调用 {name}({Join(types)})：可用的形式为 {string.Join("；", signatures)}。", $"{name}({Join(types)}) cannot be called so: use {string.Join("; ", signatures)}.");
    public static Message NoFunctionValue(string name, IEnumerable<string> arguments) => M("feel-no-function-value", $"{name}({Join(arguments)}) 没有结果：参数超出了函数的定义范围。", $"{name}({Join(arguments)}) has no value: the arguments are outside what the function is defined for.");
    public static Message NullArgument(string name) => M("feel-null-argument", $"{name} 的参数为 null，故结果为 null。", $"An argument of {name} is null, hence the result is null.");
    public static Message EmptyList() => M("feel-empty-list", $"列表为空，故没有结果。", $"The list is empty: there is no result.");
    public static Message WrongArguments(string name, IEnumerable<string> parameters) => M("feel-wrong-arguments", $"调用 {name} 的参数不符：应为 ({Join(parameters)})。", $"Wrong arguments for {name}: it takes ({Join(parameters)}).");
    public static Message WrongArgument(string name, string parameter, FeelType wanted, FeelType found) => M("feel-wrong-argument", $"{name} 的参数“{parameter}”应为 {wanted}，实际为 {found}。", $"Parameter '{parameter}' of {name} must be {wanted}, but is {found}.");
    public static Message WrongResult(string name, FeelType wanted, FeelType found) => M("dmn-wrong-result", $"“{name}”的结果应为 {wanted}，实际为 {found}，故为 null。", $"The result of '{name}' must be {wanted} but is {found}, hence null.");
    public static Message NoTime(string name) => M("feel-no-time", $"{name}() 没有可用的时间：调用方须提供当前时间。", $"{name}() has no time: the caller must give the current time.");
    public static Message BadPattern(string pattern) => M("feel-bad-pattern", $"正则表达式“{pattern}”无效或过于耗时。", $"The regular expression '{pattern}' is invalid or takes too long.");

    // Evaluation.
    public static Message MissingInput(string name) => M("feel-missing-input", $"缺少输入“{name}”，按 null 处理。", $"The input '{name}' is missing and counts as null.");
    public static Message NoElement(int index, int count) => M("feel-no-element", $"列表只有 {count} 项，没有第 {index} 项。", $"The list has {count} elements and no element {index}.");
    public static Message TooBig() => M("feel-too-big", $"值过大或嵌套过深，已中止：请减少数据量。", $"A value became too large or too deeply nested: use less data.");
    public static Message OutOfFuel() => M("feel-out-of-fuel", $"计算步数超过上限，已中止：请简化表达式或减少数据量。", $"The evaluation was stopped after too many steps: simplify the expression or give it less data.");

    // Models.
    public static Message BadXml(string reason) => M("dmn-bad-xml", $"文件不是有效的 XML：{reason}", $"The file is not well-formed XML: {reason}");
    public static Message TooLarge(string what) => M("dmn-too-large", $"模型过大：{what} 超过上限。", $"The model is too large: {what} is over the limit.");
    public static Message NotDmn(string name) => M("dmn-not-a-model", $"根元素“{name}”不是 DMN 1.2–1.5 的 definitions。", $"The root element '{name}' is not the definitions of DMN 1.2 to 1.5.");
    public static Message Missing(string element, string what) => M("dmn-missing", $"<{element}> 缺少 {what}。", $"<{element}> lacks {what}.");
    public static Message NotSupported(string what) => M("dmn-not-supported", $"不支持 {what}。", $"{what} is not supported.");
    public static Message UnresolvedReference(string href) => M("dmn-unresolved-reference", $"引用“{href}”找不到对应元素：请检查 href，或提供被导入的模型。", $"The reference '{href}' leads nowhere: check the href or supply the imported model.");
    public static Message Duplicate(string name) => M("dmn-duplicate-name", $"名称“{name}”重复：请改名。", $"The name '{name}' is used twice: rename one.");
    public static Message Cycle(string name) => M("dmn-cycle", $"“{name}”间接依赖自身：请去掉循环依赖。", $"'{name}' depends on itself: break the cycle.");
    public static Message UnknownHitPolicy(string name) => M("dmn-unknown-hit-policy", $"未知的命中策略“{name}”：请使用 UNIQUE、ANY、PRIORITY、FIRST、COLLECT、RULE ORDER 或 OUTPUT ORDER。", $"Unknown hit policy '{name}': use UNIQUE, ANY, PRIORITY, FIRST, COLLECT, RULE ORDER or OUTPUT ORDER.");
    public static Message CellCount(int rule, int wanted, int found) => M("dmn-cell-count", $"第 {rule} 条规则应有 {wanted} 个单元格，实际为 {found} 个。", $"Rule {rule} must have {wanted} cells, but has {found}.");
    public static Message ImportMissing(string ns) => M("dmn-import-missing", $"没有提供被导入的模型“{ns}”。", $"The imported model '{ns}' was not supplied.");
    public static Message PriorityNeedsValues(string output) => M("dmn-priority-needs-values", $"按优先级取值时，输出“{output}”须列出 outputValues。", $"With priorities, output '{output}' must list its outputValues.");

    // Analysing models.
    public static Message OverlappingRules(int first, int second, string where) => M("dmn-overlapping-rules", $"规则 {first} 与规则 {second} 重叠（{where}）：命中策略 U 下会得到 null，请收窄其中一条。", $"Rules {first} and {second} overlap ({where}): under UNIQUE that gives null, so narrow one of them.");
    public static Message ContradictingRules(int first, int second, string where) => M("dmn-contradicting-rules", $"规则 {first} 与规则 {second} 重叠（{where}）而输出不同：命中策略 A 下会得到 null，请统一输出或收窄条件。", $"Rules {first} and {second} overlap ({where}) with different outputs: under ANY that gives null, so agree the outputs or narrow one of them.");
    public static Message Gap(string where) => M("dmn-gap", $"没有规则覆盖：{where}。请补充规则或默认输出。", $"No rule covers {where}: add a rule or a default output.");
    public static Message ImpossibleValue(int rule, string column, string value) => M("dmn-impossible-value", $"规则 {rule} 的“{column}”写了 {value}，但它不在允许的取值之中：请检查是否写错。", $"Rule {rule} has {value} under '{column}', which is not among the allowed values: check for a slip.");
    public static Message Unreachable(int rule) => M("dmn-unreachable-rule", $"规则 {rule} 永远不会起作用：它的条件不可能成立，或已被其他规则完全覆盖。", $"Rule {rule} can never matter: its conditions cannot hold, or other rules cover it wholly.");
    public static Message UnusedInput(string name) => M("dmn-unused-input", $"输入“{name}”没有任何决策使用：请删除它或其引用。", $"The input '{name}' is used by no decision: remove it, or the requirement.");
    public static Message UnusedRequirement(string name) => M("dmn-unused-requirement", $"声明了依赖“{name}”，但表达式没有使用它。", $"'{name}' is required, but the expression does not use it.");

    // Running models.
    public static Message NoLogic(string name) => M("dmn-no-logic", $"决策“{name}”没有决策逻辑，也没有给出同名输入。", $"The decision '{name}' has no logic, and no input of its name was given.");
    public static Message Overlap(IEnumerable<int> rules) => M("dmn-overlap", $"命中策略为 U（唯一），但规则 {Join(rules.Select(r => r.ToString(CultureInfo.InvariantCulture)))} 同时命中，结果为 null。", $"The hit policy is UNIQUE, but rules {Join(rules.Select(r => r.ToString(CultureInfo.InvariantCulture)))} hit together: the result is null.");
    public static Message Conflict(IEnumerable<int> rules) => M("dmn-conflict", $"命中策略为 A（任意），但命中的规则 {Join(rules.Select(r => r.ToString(CultureInfo.InvariantCulture)))} 输出不同，结果为 null。", $"The hit policy is ANY, but rules {Join(rules.Select(r => r.ToString(CultureInfo.InvariantCulture)))} give different outputs: the result is null.");
    public static Message NoRuleHit(string table) => M("dmn-no-rule-hit", $"“{table}”没有规则命中，也没有默认输出。", $"No rule of '{table}' hit, and there is no default output.");
    public static Message NotAllowed(string name, string value, string allowed) => M("dmn-not-allowed", $"“{name}”的值 {value} 不在允许的范围（{allowed}）内，按 null 处理。", $"The value {value} of '{name}' is not among the allowed ones ({allowed}) and counts as null.");
    public static Message WrongInput(string name, FeelType wanted, FeelType found) => M("dmn-wrong-input", $"输入“{name}”应为 {wanted}，实际为 {found}，按 null 处理。", $"The input '{name}' must be {wanted} but is {found}: it counts as null.");
    public static Message NoAggregate(string op) => M("dmn-no-aggregate", $"命中规则的输出不能用 {op} 汇总。", $"The outputs of the rules that hit cannot be aggregated by {op}.");
    public static Message BrokenExpression(string name) => M("dmn-broken-expression", $"“{name}”的表达式有语法错误，结果为 null。", $"The expression of '{name}' has a syntax error: the result is null.");

    // Mistakes of programs, not of authors: these are thrown.
    public static Message NotANumber(string text) => M("api-not-a-number", $"“{text}”不是 FEEL 的数字。", $"'{text}' is no number of FEEL.");
    public static Message NoCounterpart(Type type) => M("api-no-counterpart", $"FEEL 没有与 {type} 对应的类型：请先转换。", $"FEEL has no counterpart of {type}: convert it first.");
    public static Message Frozen() => M("api-frozen", $"这个上下文属于模型，不能修改：请先复制。", $"This context belongs to a model and cannot be changed: copy it.");

    private static Message? Wide(string token) => token is "“" or "”" or "‘" or "’" or "（" or "）" or "，" or "：" or "；" or "＝" or "＜" or "＞"
        ? M("feel-wide-sign", $"“{token}”是全角符号：请改用半角（英文）符号。", $"'{token}' is a full-width sign: use the half-width one.")
        : null;

    private static bool IsWide(string name) => name.AsSpan().ContainsAny(WideSigns);

    private static string WideHintZh(string name) => IsWide(name) ? "；其中有全角符号，请改用半角" : "";

    private static string WideHintEn(string name) => IsWide(name) ? "; it has full-width signs, use half-width ones" : "";
}
