namespace Tongban.Codes;

/// <summary>Codes of service items (GB/T 39046 and the national catalogue's coding).</summary>
public static class ItemCode
{
    /// <summary>基本编码, 12: region 2, type 2, main 5, sub 3.</summary>
    public static bool IsBasic(string? code) => code is { Length: 12 } && code.AsSpan().ContainsOnlyDigits();

    /// <summary>实施编码, 31: unified social credit code 18, level 1 (1 state to 6 community), basic code 12.</summary>
    public static bool IsImplementation(string? code) =>
        code is { Length: 31 } && SocialCreditCode.TryParse(code[..18], out var body, out _) && body.Value == code[..18]
        && code[18] is >= '1' and <= '6' && IsBasic(code[19..]);

    /// <summary>业务办理项编码, 33: implementation code 31, serial 2.</summary>
    public static bool IsHandling(string? code) =>
        code is { Length: 33 } && IsImplementation(code[..31]) && code.AsSpan(31).ContainsOnlyDigits();

    /// <summary>The item type inside a basic code: 01 licence, 07 confirmation, 20 public service and so on.</summary>
    public static string TypeOf(string basic) => basic.Substring(2, 2);
}
