using System.Globalization;
using System.Text.Json;

namespace Tongban.TransparencyLog;

/// <summary>All that reading can complain of.</summary>
internal static class Problems
{
    public static readonly Problem LeafNotJson = new("叶子不是 JSON", "The leaf is not JSON");
    public static readonly Problem LeafMembers = new("叶子缺内容，或内容的写法不对", "The leaf lacks a member, or one is of the wrong kind");
    public static readonly Problem LeafForm = new("叶子不是规定的唯一写法", "The leaf is not in its one byte form");

    public static readonly Problem CheckpointMissing = new("没有检查点", "There is no checkpoint");
    public static readonly Problem CheckpointLong = new("检查点太长", "The checkpoint is too long");
    public static readonly Problem CheckpointParts = new("检查点应当是正文、空行、签名，以换行结尾", "A checkpoint is a body, an empty line and signatures, and ends with a line feed");
    public static readonly Problem CheckpointLines = new("检查点正文应当有四行：账本名、长度、根、时间", "A checkpoint's body has four lines: origin, size, root and time");
    public static readonly Problem CheckpointSize = new("检查点第 2 行（长度）不是自然数", "Line 2 of the checkpoint (size) is not a natural number");
    public static readonly Problem CheckpointRoot = new("检查点第 3 行（根）不是 32 字节的 base64", "Line 3 of the checkpoint (root) is not base64 of 32 bytes");
    public static readonly Problem CheckpointTime = new("检查点第 4 行（时间）应当像 time 2026-01-31T08:00:00.000Z", "Line 4 of the checkpoint (time) must look like time 2026-01-31T08:00:00.000Z");
    public static readonly Problem CheckpointSignature = new("检查点的签名行应当像 — 名字 base64", "A checkpoint's signature line must look like — name base64");

    public static readonly Problem NotReceipt = new("不是办件历史收据（格式应当是 tongban-receipt/1）", "Not a receipt of a case (the format must be tongban-receipt/1)");
    public static readonly Problem NotLine = new("账本名和办件编号应当各是一行文字", "Origin and case number must each be a line of text");
    public static readonly Problem Gap = new("列表里有空项", "A list holds an empty item");

    /// <summary>Says where JSON stopped making sense.</summary>
    public static Problem Json(JsonException e)
    {
        var line = ((e.LineNumber ?? 0) + 1).ToString(CultureInfo.InvariantCulture);
        var path = string.IsNullOrEmpty(e.Path) ? "$" : e.Path;
        return new($"JSON 第 {line} 行读不懂（{path}）", $"The JSON cannot be understood at line {line} ({path})");
    }
}
