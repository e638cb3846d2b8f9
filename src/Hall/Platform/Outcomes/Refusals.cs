using System.Globalization;

namespace Tongban.Hall.Platform.Outcomes;

/// <summary>The catalogue of every expected "no": code, status, and what to do.</summary>
public static class Refusals
{
    public static readonly Refusal FileEmpty = new("file.empty", 422, "这份文件是空的，请重新选", "This file is empty; please choose another");
    public static readonly Refusal FileKind = new("file.kind", 422, "只能上传 JPG、PNG 或 PDF，这份不是，或者没有传完整", "Only JPG, PNG or PDF can be uploaded; this is none of them, or it is incomplete");
    public static readonly Refusal FilePassword = new("file.password", 422, "这份文件有密码，请去掉密码再上传", "This file has a password; please remove it and upload again");
    public static readonly Refusal FileInfected = new("file.infected", 422, "这份文件带病毒，没有保存。请换一份", "This file carries a virus and was not kept; please choose another");
    public static readonly Refusal FileActive = new("file.active", 422, "这份 PDF 里有程序或附件，请打印成普通 PDF 再上传", "This PDF holds a program or attachment; please print it to a plain PDF and upload that");
    public static readonly Refusal FileName = new("file.name", 422, "文件名太长，请改短再上传", "The file's name is too long; please shorten it");
    public static readonly Refusal FileMissing = new("file.missing", 422, "请选择要上传的文件", "Please choose a file to upload");

    public static readonly Refusal CaseUnknown = new("case.unknown", 404, "没有这件办件", "There is no such case");
    public static readonly Refusal ItemUnknown = new("item.unknown", 404, "没有这个事项", "There is no such service");
    public static readonly Refusal LicenceUnknown = new("licence.unknown", 404, "没有查到这份证照，请核对号码", "No such licence was found; please check the number");
    public static readonly Refusal DraftStale = new("draft.stale", 409, "这份申请在别的页面或设备上改过了。请看看两边的内容，再决定留哪一份", "This application was changed in another window or on another device. Please compare both and choose which to keep");
    public static readonly Refusal CaseSubmitted = new("case.submitted", 409, "这份申请已经提交，不能再改", "This application has been submitted and cannot be changed");
    public static readonly Refusal ShownDiffers = new("case.shown-differs", 409, "您核对以后内容有变化。请再核对一次，再提交", "Something changed after you checked. Please check again, then submit");
    public static readonly Refusal KeyMissing = new("idempotency.missing", 400, "请求要带 Idempotency-Key", "The request must carry an Idempotency-Key");
    public static readonly Refusal KeyInFlight = new("idempotency.in-flight", 409, "同一个 Idempotency-Key 的请求正在处理，请稍后再试", "A request with this Idempotency-Key is being answered; try again shortly");
    public static readonly Refusal KeyReused = new("idempotency.reused", 422, "这个 Idempotency-Key 用过，内容不同。请换一个", "This Idempotency-Key was used with another body; please use a new one");
    public static readonly Refusal BodyUnreadable = new("body.unreadable", 400, "请求的 JSON 读不出来，请对照接口说明", "The JSON of the request cannot be read; please compare it with the reference");
    public static readonly Refusal ApplicantUnknown = new("applicant.unknown", 404, "没有这个申请人，或者您不能替他办", "There is no such applicant, or you may not act for them");
    public static readonly Refusal ProofUnknown = new("ledger.range", 404, "账本没有这么长", "The ledger is not that long");
    public static readonly Refusal RatingClosed = new("rating.closed", 409, "这件事还没有办结，或者已经评价过", "This case is not closed yet, or was rated before");
    public static readonly Refusal RatingLevel = new("rating.level", 422, "请选择满意程度", "Please choose how satisfied you are");

    public static Refusal FileTooLarge(int most, double size) => new("file.too-large", 422,
        string.Create(CultureInfo.InvariantCulture, $"文件要小于 {most} MB，这份是 {size:0.#} MB"),
        string.Create(CultureInfo.InvariantCulture, $"The file must be smaller than {most} MB; this one is {size:0.#} MB"));

    public static Refusal Invalid(IReadOnlyDictionary<string, string> fields) => new("answers.invalid", 422,
        $"有 {fields.Count.ToString(CultureInfo.InvariantCulture)} 处要改", $"{fields.Count.ToString(CultureInfo.InvariantCulture)} things to change") { Fields = fields };
}
