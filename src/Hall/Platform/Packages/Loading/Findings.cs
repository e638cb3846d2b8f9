using System.Globalization;

namespace Tongban.Hall.Platform.Packages.Loading;

/// <summary>Every sentence that the package check can say: what is wrong and what to do, in both languages.</summary>
internal static class Findings
{
    // Files
    public static FindingText FileMissing(string file) => new("file-missing",
        $"缺少文件 {file}。请从 packages/_template 复制一份", $"The file {file} is missing. Copy it from packages/_template");

    public static FindingText FileTooBig(int kilobytes) => new("file-too-big",
        $"文件超过 {N(kilobytes)} KB，请拆短", $"The file is larger than {N(kilobytes)} KB; shorten it");

    public static FindingText EmptyFile() => new("file-empty", "文件是空的，请填写内容", "The file is empty; fill it in");

    public static FindingText StrangeFile() => new("file-unknown",
        "服务包里不认识这个文件，请删掉或改名", "A package has no such file; delete or rename it", FindingSeverity.Warning);

    public static FindingText NotYaml(string why) => new("yaml-syntax",
        $"这里不是正确的 YAML：{why}。请检查缩进和引号", $"Not valid YAML: {why}. Check indentation and quotes");

    public static FindingText DoubleKey(string key) => new("yaml-double-key",
        $"“{key}”写了两次，请只留一个", $"\"{key}\" is written twice; keep one");

    // Schema
    public static FindingText Required(string name) => new("schema-required",
        $"缺少“{name}”，请补上", $"\"{name}\" is missing; add it");

    public static FindingText NotAllowed(string name) => new("schema-unknown",
        $"这里不能有“{name}”，请检查拼写或删掉", $"\"{name}\" does not belong here; check the spelling or delete it");

    public static FindingText WrongType(string expected) => new("schema-type",
        $"这里要写{TypeZh(expected)}；全是数字的代码要加引号", $"A {expected} is needed here; put a code of digits in quotes");

    public static FindingText NotInList(string allowed) => new("schema-enum",
        $"只能写其中一个：{allowed}", $"Must be one of: {allowed}");

    public static FindingText Pattern(string pattern) => new("schema-pattern",
        $"写法不对，要符合 {pattern}", $"Has the wrong form; it must match {pattern}");

    public static FindingText TooFew() => new("schema-too-few", "这里不能是空的，至少写一项", "This may not be empty; write at least one");

    public static FindingText OutOfRange(string limit) => new("schema-range", $"超出范围：{limit}", $"Out of range: {limit}");

    public static FindingText Schema(string kind) => new("schema-other",
        $"不符合格式说明（{kind}），请对照 packages/_schema", $"Does not fit the schema ({kind}); compare packages/_schema");

    public static FindingText Unreadable(string why) => new("schema-value",
        $"读不懂这个值：{why}", $"The value cannot be read: {why}");

    // FEEL and DMN
    public static FindingText FeelProblem(string code, string zh, string en, bool error) => new(
        code, zh, en, error ? FindingSeverity.Error : FindingSeverity.Warning);

    public static FindingText NotBoolean(string type) => new("feel-not-boolean",
        $"这里的条件要得出 true 或 false，现在得出 {type}", $"This condition must be true or false; it gives {type}");

    public static FindingText RulesGapGoesToPerson(int count, string some) => new("rules-gap",
        $"这些情形没有规则，会转人工（共 {N(count)} 类，例如 {some}）。确实要转人工就不用改",
        $"No rule covers these, so they go to a person ({N(count)} kinds, such as {some}). Nothing to do if that is meant", FindingSeverity.Information);

    public static FindingText RulesMissingDecision(string name, string known) => new("rules-no-decision",
        $"rules.dmn 里没有名为“{name}”的决定（有：{known}）", $"rules.dmn has no decision named \"{name}\" (it has: {known})");

    public static FindingText RulesNotTable(string name) => new("rules-not-table",
        $"决定“{name}”要是一张决策表", $"The decision \"{name}\" must be a decision table");

    public static FindingText RulesUnknownInput(string name) => new("rules-unknown-input",
        $"rules.dmn 的输入“{name}”在服务包里不存在。请在 service.yaml 登记，或改用已有名称",
        $"The input \"{name}\" of rules.dmn is not in the package. Declare it in service.yaml or use a name that exists");

    public static FindingText RulesInputType(string name, string wanted, string has) => new("rules-input-type",
        $"rules.dmn 把“{name}”当作 {wanted}，服务包里是 {has}", $"rules.dmn takes \"{name}\" as {wanted}; in the package it is {has}");

    public static FindingText RulesNoGrant() => new("rules-no-grant",
        "决定表要有名为“结果”的输出，至少一条规则输出“准予”", "The decision table needs an output named 结果 with at least one rule that gives \"准予\"");

    public static FindingText ReasonForNoColumn(string input, string known) => new("reason-no-column",
        $"决定表里没有输入列“{input}”（有：{known}）", $"The decision table has no input column \"{input}\" (it has: {known})");

    public static FindingText ColumnWithoutReason(string input) => new("reason-missing",
        $"输入列“{input}”不满足时要对申请人说什么？请在 instant.reasons 里写", $"What is the applicant told when \"{input}\" does not fit? Write it in instant.reasons");

    // References
    public static FindingText IdNotFolder(string folder) => new("id-not-folder",
        $"id 要和文件夹名“{folder}”一致", $"id must equal the folder's name \"{folder}\"");

    public static FindingText Twice(string id) => new("double-id",
        $"“{id}”用了两次，请改一个", $"\"{id}\" is used twice; change one");

    public static FindingText NameTaken(string name) => new("name-taken",
        $"“{name}”已经是别的含义，请换一个名称", $"\"{name}\" already means something else; choose another name");

    public static FindingText NoSuch(string what, string whatEn, string name, string known) => new("reference",
        $"没有这个{what}：“{name}”（有：{known}）", $"There is no {whatEn} \"{name}\" (there is: {known})");

    public static FindingText OptionsMissing() => new("options-missing",
        "选择题要有 options 或 optionsFrom", "A choice needs options or optionsFrom");

    public static FindingText RegionMissing() => new("region-missing",
        "区划题要写 region.level", "A region needs region.level");

    public static FindingText LockedWithoutRegistry() => new("locked-without-registry",
        "只有从登记库预填的字段才能 locked", "Only a field prefilled from a registry can be locked");

    public static FindingText PrefillType(string type, string from) => new("prefill-type",
        $"预填来源是 {from}，字段是 {type}，对不上", $"The prefill source is {from} but the field is {type}");

    // Law
    public static FindingText PromisedLonger(int promised, int statutory) => new("limit-promised",
        $"承诺 {N(promised)} 个工作日，长于法定 {N(statutory)} 个工作日。请改短承诺时限",
        $"The promise of {N(promised)} working days is longer than the legal {N(statutory)}. Shorten the promise");

    public static FindingText SubmitBelowApply(int submit, int apply) => new("assurance-submit",
        $"提交只要 {N(submit)} 级，开始申请却要 {N(apply)} 级。请把 submit 改成 {N(apply)} 或更高，或者去掉",
        $"Handing in asks for level {N(submit)}, beginning for {N(apply)}. Make submit {N(apply)} or more, or leave it out");

    public static FindingText StatutoryLonger(int days, int most) => new("limit-statutory",
        $"法定时限 {N(days)} 个工作日，超过行政许可法第四十二条的 {N(most)} 个工作日。请改短，或在 specialLaw 写明依据的法律",
        $"{N(days)} working days exceed the {N(most)} of article 42 of the Administrative Licensing Law. Shorten them or cite the law in specialLaw");

    public static FindingText FeeWithoutBasis() => new("fee-basis",
        "收费要写依据（basis）。没有依据不能收费", "A fee needs its basis. Without one nothing may be charged");

    public static FindingText FreeWithFees() => new("fee-free",
        "写了免费又列了收费，请改一处", "It says free and lists fees; change one");

    public static FindingText PaidWithoutFees() => new("fee-none",
        "写了收费却没有列项目和金额", "It says there is a fee but lists none");

    public static FindingText MaterialWithoutFormats() => new("material-formats",
        "要申请人上传的材料，请写可以用的格式 formats", "The applicant uploads this: name the formats");

    public static FindingText SharedWithoutRegistry() => new("material-registry",
        "共享获取的材料要写来自哪个登记库（registry）", "A shared material must name its registry");

    public static FindingText AskedThoughKnown(string what, string registry) => new("burden-material",
        $"“{what}”可以从{registry}查到，不能再让申请人交。请改为 source: shared，或写 when，只在查不到时才要",
        $"\"{what}\" can be looked up in {registry}; it may not be asked for. Use source: shared, or a when that asks only if the registry has no record");

    public static FindingText FieldThoughKnown(string field, string source) => new("burden-field",
        $"“{field}”已经能从 {source} 得到，不能再问。请写 prefill: {source}",
        $"\"{field}\" is known from {source} and may not be asked again. Write prefill: {source}");

    public static FindingText TrustForUpload() => new("material-trust",
        "申请人自己上传的材料，信任等级只能是 C 或 D", "What the applicant uploads has trust grade C or D");

    // Codes
    public static FindingText ImplementationNot(string expected) => new("code-implementation",
        $"实施编码要由机构代码、层级和基本编码组成：{expected}", $"The implementation code is the authority's code, its level and the basic code: {expected}");

    public static FindingText BasicCodeType(string digits, string type) => new("code-basic-type",
        $"基本编码第 3、4 位是 {digits}，与事项类型 {type} 不一致", $"Digits 3 and 4 of the basic code are {digits}; the type is {type}");

    public static FindingText BadCode(string zh, string en) => new("code-uscc", zh, en);

    public static FindingText RegionLevel() => new("code-region",
        "机构的区划代码与层级不一致", "The authority's region code does not fit its level");

    public static FindingText CodeTaken(string code, string other) => new("code-taken",
        $"编码 {code} 已经用于 {other}", $"The code {code} belongs to {other} already");

    public static FindingText SerialTaken(string serial, string other) => new("serial-taken",
        $"机关序号 {serial} 已经是 {other} 的机关的，文书会重号：请换一个", $"The serial {serial} belongs to the authority of {other}, and documents would bear the same numbers: choose another");

    // Dated parameters
    public static FindingText BadDate(string date) => new("date",
        $"没有这个日期：{date}", $"There is no such date: {date}");

    public static FindingText RangeTurned() => new("parameter-turned",
        "结束日期早于开始日期", "It ends before it begins");

    public static FindingText RangesOverlap(string name) => new("parameter-overlap",
        $"参数“{name}”在同一天有两个值，请改日期", $"Parameter \"{name}\" has two values on one day; change the dates");

    public static FindingText RangesGap(string name, DateOnly from, DateOnly to) => new("parameter-gap",
        $"参数“{name}”从 {D(from)} 到 {D(to)} 没有值，请补上", $"Parameter \"{name}\" has no value from {D(from)} to {D(to)}; fill the gap");

    public static FindingText ParameterType(string type) => new("parameter-type",
        $"值不是 {type}", $"The value is not a {type}");

    // Guide and examples
    public static FindingText NoGrantExample() => new("examples-granted",
        "秒批事项至少要有一个“准予”的例子", "An instant item needs at least one example that is granted");

    public static FindingText NoPersonExample() => new("examples-person",
        "秒批事项至少要有一个“转人工”的例子", "An instant item needs at least one example that goes to a person");

    public static FindingText NoExample() => new("examples-none", "至少要有一个例子", "At least one example is needed");

    public static FindingText GuideTooShort() => new("guide-short",
        "办事指南太短，请写明给谁办、怎么办、得到什么", "The guide is too short: say for whom, how, and what one gets");

    private static string TypeZh(string type) => type switch
    {
        "String" => "文字",
        "Integer" => "整数",
        "Number" => "数字",
        "Boolean" => "true 或 false",
        "Array" => "列表",
        "Object" => "一组“名称: 值”",
        _ => type,
    };

    private static string N(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static string D(DateOnly date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
