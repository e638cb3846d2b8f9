using Tongban.Hall.Platform.Outcomes;
using static Tongban.Hall.Platform.Web.Say;

namespace Tongban.Hall.Systems.OpenInterface;

/// <summary>A "no" after RFC 9457: the code is stable, the texts are in the language that was asked for.</summary>
public sealed record Problem(string Type, string Title, int Status, string Detail, string Code, IReadOnlyDictionary<string, string> Errors)
{
    public const string MediaType = "application/problem+json";

    public static Problem Of(Refusal refusal) =>
        new($"urn:tongban:{refusal.Code}", TitleOf(refusal.Status), refusal.Status, refusal.Message, refusal.Code, refusal.Fields);

    private static string TitleOf(int status) => status switch
    {
        401 => L("没有有效的令牌", "No valid token"),
        403 => L("没有权限", "Not permitted"),
        404 => L("没有找到", "Not found"),
        405 => L("方法不对", "Wrong method"),
        409 => L("和现状不符", "In conflict with how things stand"),
        413 => L("太大", "Too large"),
        415 => L("格式不对", "Wrong media type"),
        422 => L("内容不合要求", "The content does not meet what is asked"),
        429 => L("太快", "Too many requests"),
        503 => L("太忙", "Very busy"),
        >= 500 => L("服务出了问题", "Something went wrong"),
        _ => L("请求读不懂", "The request cannot be understood"),
    };
}
