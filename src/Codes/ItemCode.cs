namespace Tongban.Codes;

/// <summary>Codes of service items (GB/T 39046 and the national catalogue's coding).</summary>
public static class ItemCode
{
    /// <summary>基本编码: region 2, type 2, main 5, sub 3.</summary>
    public static bool IsBasic(string? code) => code is { Length: 12 } && code.AsSpan().ContainsOnlyDigits();

    /// <summary>实施编码: USCC 18, level 1 (2 to 6), basic 12.</summary>
    public static bool IsImplementation(string? code) =>
        code is { Length: 31 } && SocialCreditCode.TryParse(code[..18], out _, out _) && code[18] is >= '2' and <= '6' && IsBasic(code[19..]);

    /// <summary>The item type inside a basic code: 01 licence, 07 confirmation, 20 public service and so on.</summary>
    public static string TypeOf(string basic) => basic.Substring(2, 2);
}
