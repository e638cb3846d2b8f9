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

    public static readonly Refusal SignInWrong = new("signin.wrong", 422, "号码或密码不对。连续错 5 次，要等 15 分钟再试，也可以用短信验证码登录", "Number or password is wrong. After five wrong tries, wait 15 minutes, or sign in with a code by SMS");
    public static readonly Refusal TooOften = new("attempts.too-many", 429, "试的次数太多，请等 10 分钟再试", "Too many tries; please wait ten minutes");
    public static readonly Refusal CodeWrong = new("code.wrong", 422, "验证码不对，或者已经过期。没有收到短信的，请核对填的内容再来一次", "The code is wrong or too old. If no message came, check what you filled in and start again");
    public static readonly Refusal PasskeyFailed = new("passkey.failed", 422, "没有认出这个通行密钥，请再试一次，或者换一种方式", "This passkey was not recognised; please try again, or choose another way");
    public static readonly Refusal PasskeysFull = new("passkey.full", 422, "通行密钥最多 20 个，请先删掉不用的", "At most 20 passkeys; please remove one that you no longer use");
    public static readonly Refusal PasswordShort = new("password.short", 422, "密码至少 10 个字符", "The password needs at least 10 characters");
    public static readonly Refusal PasswordLong = new("password.long", 422, "密码最多 200 个字符", "The password may have at most 200 characters");
    public static readonly Refusal PasswordOwn = new("password.own", 422, "密码太好猜，请不要用身份证号码、生日或手机号码", "The password is too easy to guess: no part of your number, birth date or mobile");
    public static readonly Refusal PasswordCommon = new("password.common", 422, "密码太好猜，很多人在用。请换一个，一句话就很好", "The password is too easy to guess: many people use it. A sentence is a good one");
    public static readonly Refusal AccountExists = new("account.exists", 409, "这个号码已经注册过，请直接登录", "This number is registered already; please sign in");
    public static readonly Refusal AccountUnknown = new("account.unknown", 404, "没有这个账户", "There is no such account");
    public static readonly Refusal NameDiffers = new("account.name-differs", 422, "姓名和账户里的不一样，请核对证件", "The name differs from the account's; please check the card");
    public static readonly Refusal StaffOnly = new("staff.only", 403, "这件事要由窗口工作人员办", "Only a member of staff at a counter may do this");
    public static readonly Refusal LevelTooLow = new("level.too-low", 403, "办这件事要更高的实名等级，请先到“我的账户”里提高", "This service needs a higher level of identity; raise it under “My account”");
    public static readonly Refusal MobileSame = new("mobile.same", 422, "这就是现在的手机号码", "This is your present mobile number");
    public static readonly Refusal ProviderDown = new("realname.down", 503, "现在没法核对，请过一会儿再试，填的内容都在", "This cannot be checked right now; try again later, what you typed is kept");

    public static readonly Refusal MandateOver = new("mandate.over", 403, "授权已经结束或者到期，这件事没有办。您现在为自己办事", "The mandate has ended, so nothing was done. From now on you act for yourself");
    public static readonly Refusal OutsideMandate = new("mandate.outside", 403, "您的授权不包括这件事。请授权您的人改授权，或者由他来办", "Your mandate does not cover this. Ask who gave it to you to widen it, or to do it himself");
    public static readonly Refusal ActingChanged = new("mandate.switched", 409, "这一页打开以后，您换了代办的对象，或者授权结束了，所以没有办。请换回来，再打开这一页", "Since this page was opened you have switched for whom you act, or the mandate has ended, so nothing was done. Please switch back and open the page again");
    public static readonly Refusal MandateUnknown = new("mandate.unknown", 404, "没有这份授权", "There is no such mandate");
    public static readonly Refusal MandateChanged = new("mandate.changed", 409, "这份授权和您看到的不一样了，请再看一遍", "This mandate is not what you saw; please read it again");
    public static readonly Refusal MandateAnswered = new("mandate.answered", 409, "这份授权已经答复过，或者已经结束", "This mandate was answered already, or has ended");
    public static readonly Refusal MandateSelf = new("mandate.self", 422, "不用授权给自己", "You need no mandate for yourself");
    public static readonly Refusal MandateExists = new("mandate.exists", 409, "已经有一份同样的授权。要改，请先结束它", "There is such a mandate already; end it first if you want to change it");
    public static readonly Refusal MandatesFull = new("mandate.full", 422, "授权太多了，请先结束不用的", "There are too many mandates; end those that are no longer used");
    public static readonly Refusal NotYoursToGive = new("mandate.not-yours", 403, "只有法定代表人能任命和更换经办人", "Only the legal representative may appoint and replace agents");
    public static readonly Refusal FirmUnknown = new("firm.unknown", 422, "登记库里没有这个单位，请对照营业执照再填一次", "The register does not know this body; please compare with its certificate");
    public static readonly Refusal FirmEnded = new("firm.ended", 422, "登记库里这个单位已经注销或者吊销，不能再代它办事", "The register says that this body has ended; nobody can act for it");
    public static readonly Refusal NotRepresentative = new("firm.not-representative", 403, "登记库里的法定代表人不是您。刚换的，请等登记更新以后再试", "The register names another legal representative. If this changed recently, try again once the register has it");
    public static readonly Refusal FirmsOnly = new("item.firms-only", 403, "这件事要以单位的名义办。请先绑定单位，或者切换到您代办的单位", "This service is for firms and other bodies. Bind yours first, or switch to the one you act for");
    public static readonly Refusal NotServed = new("item.not-served", 403, "这件事不是给这类申请人办的", "This service is not for applicants of this kind");
    public static readonly Refusal UpstreamFailed = new("upstream.failed", 422, "在那个平台没有登录成，或者回来的路上出了差错。请从这里再来一次", "Signing in there did not succeed, or something went wrong on the way back. Please begin again here");
    public static readonly Refusal UpstreamDown = new("upstream.down", 503, "那个平台现在没有回应。请过一会儿再试，或者换一种方式登录", "That provider does not answer now. Please try again later, or sign in another way");
    public static readonly Refusal UpstreamUnchecked = new("upstream.unchecked", 422, "那个平台没有核验过您的姓名和身份证号码，不能用它登录。请先在那里完成实名，或者在这里注册", "That provider has not checked your name and citizen number, so it cannot sign you in. Complete the check there, or register here");
    public static readonly Refusal UpstreamUncheckedHere = new("upstream.unchecked-here", 409, "这个号码在通办有账户，但还没有核验。请先在这里登录，把实名等级提高到 2", "There is an account for this number here that was not checked yet. Please sign in here first and raise its level to 2");
    public static readonly Refusal UpstreamDiffers = new("upstream.differs", 409, "那个平台说的姓名或身份证号码，和通办账户里的不一样。请打 12345 核对", "The name or citizen number that the provider gave differs from the account's here. Please call 12345");
    public static readonly Refusal UpstreamClosing = new("upstream.closing", 409, "这个账户正在注销。要留下来，请在这里用密码或验证码登录", "This account is being closed. To keep it, sign in here with your password or a code");
    public static readonly Refusal UpstreamTaken = new("upstream.taken", 409, "您的账户已经绑定了那个平台的另一个账号。请用那一个登录", "Your account is bound to another account of yours at that provider. Please sign in with that one");
    public static readonly Refusal UpstreamEnded = new("upstream.ended", 409, "您停用了这种登录方式。请用别的方式登录，要恢复就到“我的账户”里打开", "You ended this way of signing in. Please sign in another way; under “My account” you can allow it again");
    public static readonly Refusal LastWayIn = new("account.last-way", 409, "停用以后您就登录不了了。请先设密码、手机号码或者通行密钥", "Without it you could not sign in any more. First set a password, a mobile or a passkey");

    public static readonly Refusal CaseUnknown = new("case.unknown", 404, "没有这件办件", "There is no such case");
    public static readonly Refusal ClosingUnderWay = new("account.under-way", 409, "还有事在办，账户现在不能注销。请等办完，或者先撤回", "Something is still under way, so the account cannot be closed now. Please wait until it is decided, or withdraw it");
    public static readonly Refusal ItemUnknown = new("item.unknown", 404, "没有这个事项", "There is no such service");
    public static readonly Refusal LicenceUnknown = new("licence.unknown", 404, "没有查到这份证照，请核对号码", "No such licence was found; please check the number");
    public static readonly Refusal DraftStale = new("draft.stale", 409, "这份申请在别的页面或设备上改过了。请看看两边的内容，再决定留哪一份", "This application was changed in another window or on another device. Please compare both and choose which to keep");
    public static readonly Refusal CaseSubmitted = new("case.submitted", 409, "这份申请已经提交，不能再改", "This application has been submitted and cannot be changed");
    public static readonly Refusal ShownDiffers = new("case.shown-differs", 409, "您核对以后内容有变化。请再核对一次，再提交", "Something changed after you checked. Please check again, then submit");
    public static readonly Refusal KeyMissing = new("idempotency.missing", 400, "请求要带 Idempotency-Key", "The request must carry an Idempotency-Key");
    public static readonly Refusal KeyInFlight = new("idempotency.in-flight", 409, "同一个 Idempotency-Key 的请求正在处理，请稍后再试", "A request with this Idempotency-Key is being answered; try again shortly");
    public static readonly Refusal KeyReused = new("idempotency.reused", 422, "这个 Idempotency-Key 用过，内容不同。请换一个", "This Idempotency-Key was used with another body; please use a new one");
    public static readonly Refusal KeyMalformed = new("idempotency.malformed", 400, "Idempotency-Key 要是 1 到 80 个可见的 ASCII 字符，中间没有空格，例如一个 UUID", "The Idempotency-Key must be 1 to 80 visible ASCII characters without spaces, a UUID for instance");
    public static readonly Refusal BodyUnreadable = new("body.unreadable", 400, "请求的 JSON 读不出来，请对照接口说明", "The JSON of the request cannot be read; please compare it with the reference");
    public static readonly Refusal BodyTooLarge = new("body.too-large", 413, "请求正文太大，请对照接口说明里的上限", "The body of the request is too large; please compare it with the limit in the reference");
    public static readonly Refusal BodyKind = new("body.kind", 415, "请求正文的 Content-Type 不对，请对照接口说明", "The Content-Type of the body is not the one asked for; please compare it with the reference");
    public static readonly Refusal RequestUnreadable = new("request.unreadable", 400, "请求的地址或参数读不出来，请对照接口说明", "The address or a parameter of the request cannot be read; please compare it with the reference");
    public static readonly Refusal TokenInvalid = new("token.invalid", 401, "请先用客户端凭据在 /connect/token 取令牌，再放进 Authorization: Bearer。令牌 10 分钟有效", "Please get a token at /connect/token with your client's credentials and send it as Authorization: Bearer. A token is good for ten minutes");
    public static readonly Refusal ScopeMissing = new("scope.missing", 403, "令牌没有这项权限。请带上需要的 scope 重新取令牌", "The token does not open this door. Please get one with the scope that the reference names");
    public static readonly Refusal RouteUnknown = new("route.unknown", 404, "没有这个接口地址，请对照 /api 的说明", "There is no such address; please compare it with the reference at /api");
    public static readonly Refusal MethodUnknown = new("method.unknown", 405, "这个地址不接受这种方法，接受的写在 Allow 里", "This address does not take this method; the header Allow names those it takes");
    public static readonly Refusal TooMany = new("requests.too-many", 429, "请求太快了，请等 Retry-After 里的秒数再试", "Too many requests; please wait for the seconds given in Retry-After");
    public static readonly Refusal Broken = new("server.error", 500, "服务出了问题，是我们的原因。请 1 分钟后带同一个 Idempotency-Key 重发，不会办两次", "Something went wrong on our side. Send it again in a minute with the same Idempotency-Key: it will have one effect");
    public static readonly Refusal Busy = new("server.busy", 503, "现在人太多，请等 Retry-After 里的秒数，再带同一个 Idempotency-Key 重发", "Very busy now; please wait for the seconds given in Retry-After and send it again with the same Idempotency-Key");
    public static readonly Refusal ApplicantUnknown = new("applicant.unknown", 404, "没有这个申请人，或者您不能替他办", "There is no such applicant, or you may not act for them");
    public static readonly Refusal ClientUnknown = new("client.unknown", 404, "没有这个程序，或者它已经停用", "There is no such program, or it has ended");
    public static readonly Refusal ClientTaken = new("client.taken", 409, "这个名字已经有程序用了，请换一个", "Another program has this name; please choose another");
    public static readonly Refusal ProofUnknown = new("ledger.range", 404, "账本没有这么长", "The ledger is not that long");
    public static readonly Refusal RatingClosed = new("rating.closed", 409, "这件事还没有办结，或者已经评价过", "This case is not closed yet, or was rated before");
    public static readonly Refusal RatingLevel = new("rating.level", 422, "请选择满意程度", "Please choose how satisfied you are");

    public static readonly Refusal StaffSignIn = new("staff.sign-in", 422, "工号、密码或验证码不对。连续错 5 次，要等 15 分钟再试", "Number, password or code is wrong. After five wrong tries, wait 15 minutes");
    public static readonly Refusal StaffNoPost = new("staff.no-post", 422, "您现在没有生效的岗位，请找本单位的系统管理员", "You hold no post at present; please ask your system administrator");
    public static readonly Refusal StaffPasswordWeak = new("staff.password-weak", 422, "密码至少 12 个字符，大写、小写、数字、符号里至少三种，不要含工号和姓名", "The password needs at least 12 characters of three kinds (upper, lower, digits, signs), without number or name");
    public static readonly Refusal StaffPasswordUsed = new("staff.password-used", 422, "这个密码最近用过，请换一个", "This password was used lately; please choose another");
    public static readonly Refusal SecondFactorWrong = new("staff.code", 422, "验证码不对，或者已经用过。请等下一个验证码", "The code is wrong or was used; please wait for the next one");
    public static readonly Refusal PostRoles = new("post.roles", 422, "请至少选一个角色", "Please choose at least one role");
    public static readonly Refusal PostDates = new("post.dates", 422, "截止日期要不早于开始日期", "The last day must not be before the first");
    public static readonly Refusal RolesSeparated = new("post.roles-separated", 422, "系统、安全、审计三种管理员要分开，也不能兼办件的角色", "System, security and audit administrators are three people, and none of them handles cases");
    public static readonly Refusal OwnPost = new("post.own", 422, "不能确认自己提出的或者自己的岗位，请另一位安全管理员确认", "Nobody confirms what he proposed, or his own post; another security administrator must");
    public static readonly Refusal MemberKnown = new("member.known", 422, "这个工号已经有人用了", "This staff number is taken");
    public static readonly Refusal StaffUnknown = new("staff.unknown", 404, "没有这一项", "There is no such thing");
    public static readonly Refusal StaffStale = new("staff.stale", 409, "别人刚刚改过这一项。请看过现在的内容，再决定改不改", "Somebody changed this just now. Look at what stands there now, then decide whether to change it");
    public static readonly Refusal RegionUnknown = new("authority.region", 422, "没有这个地区，请填 12 位区划代码，或者完整的名称", "There is no such region; give its code of 12 digits, or its full name");
    public static readonly Refusal AuthorityKnown = new("authority.known", 409, "这个统一社会信用代码已经登记过", "This credit code is entered already");
    public static readonly Refusal AuthorityHasReach = new("authority.has-reach", 409, "地区决定岗位看得到哪些办件，还有岗位的时候不能改。请先结束这些岗位", "The region says which cases its posts see, so it cannot be changed while there are posts. End them first");
    public static readonly Refusal OfficeDates = new("office.dates", 422, "这段时间科室或者机关不在，请核对日期", "Office or authority does not exist in all of that time; please check the dates");
    public static readonly Refusal LastDay = new("office.last-day", 422, "最后一天不能早于今天，也不能早于第一天", "The last day must not be before today, nor before the first day");
    public static readonly Refusal MemberUnknown = new("member.unknown", 422, "没有这个工号", "There is no such staff number");
    public static readonly Refusal OwnSubstitute = new("substitution.own", 422, "代班的要是另一个人", "The substitute must be somebody else");
    public static readonly Refusal SubstitutedAlready = new("substitution.taken", 409, "这些天已经有人代班，请先取消，或者换别的日子", "Somebody stands in on some of these days already; call that off first, or choose other days");
    public static readonly Refusal ResetReason = new("factor.reason", 422, "请写明怎样认出本人、丢了什么，4 到 200 个字", "Say how you knew the person and what was lost, in 4 to 200 characters");
    public static readonly Refusal OwnReset = new("factor.own", 422, "不能办自己的，也不能确认自己提出的，请另一位管理员来办", "Nobody does this for himself or confirms what he asked for; another administrator must");
    public static readonly Refusal ResetWaits = new("factor.waits", 409, "这个人的重置已经提出，在等第二个人确认", "A reset for this member was asked for and waits for a second person");
    public static readonly Refusal PapersNeeded = new("window.papers", 422, "请看过身份证或临时身份证的原件，并勾选", "See the original identity card, or the temporary one, and tick it");
    public static readonly Refusal WindowBusy = new("window.too-many", 429, "这一小时查的人太多，请等一会儿，或者找安全管理员", "Too many people were looked up within the hour; please wait, or ask the security administrator");
    public static readonly Refusal SlipWrong = new("slip.wrong", 422, "号码或登录条上的码不对，或者已经用过、过期。请核对，或者到窗口再打一张", "The number or the code of the slip is wrong, used or too old. Please check, or get another at a counter");
    public static readonly Refusal KioskKey = new("kiosk.key", 422, "这不是 P-256 公钥，请把终端上显示的整段抄过来", "This is no P-256 public key; please bring all that the kiosk shows");
    public static readonly Refusal KioskKeyTaken = new("kiosk.key-taken", 409, "这个公钥登记过。停用过的终端要清除数据，换一个新密钥", "This key was registered before. A kiosk that was ended needs a new key: clear its data");
    public static readonly Refusal KioskUnknown = new("kiosk.unknown", 422, "没有认出这台终端：还没有登记、已经停用，或者时钟不准", "This kiosk was not recognised: it is not registered, has ended, or its clock is wrong");
    public static readonly Refusal UnmaskReason = new("unmask.reason", 422, "请写明为什么要看，至少 4 个字", "Please say why you need to see it, in at least 4 characters");

    public static Refusal FileTooLarge(int most, double size) => new("file.too-large", 422,
        string.Create(CultureInfo.InvariantCulture, $"文件要小于 {most} MB，这份是 {size:0.#} MB"),
        string.Create(CultureInfo.InvariantCulture, $"The file must be smaller than {most} MB; this one is {size:0.#} MB"));

    /// <summary>An office or authority does not end while somebody works there.</summary>
    public static Refusal PostsInForce(int posts) => new("office.has-posts", 409,
        string.Create(CultureInfo.InvariantCulture, $"还有 {posts} 个岗位到那天没有结束。请先结束这些岗位，或者换一个科室"),
        string.Create(CultureInfo.InvariantCulture, $"{posts} posts go on after that day. End them first, or move them to another office"));

    /// <summary>Nobody would be left to decide them.</summary>
    public static Refusal CasesUnderWay(int cases) => new("authority.has-cases", 409,
        string.Create(CultureInfo.InvariantCulture, $"还有 {cases} 件办件没有办结。请先办完，再撤销"),
        string.Create(CultureInfo.InvariantCulture, $"{cases} cases are under way. Decide them first"));

    /// <summary>The JSON cannot be read at this place.</summary>
    public static Refusal BodyUnreadableAt(string place) => BodyUnreadable with
    {
        Zh = $"请求的 JSON 在 {place} 处读不出来，请对照接口说明",
        En = $"The JSON of the request cannot be read at {place}; please compare it with the reference",
    };

    public static Refusal Invalid(IReadOnlyDictionary<string, string> fields) => new("answers.invalid", 422,
        $"有 {fields.Count.ToString(CultureInfo.InvariantCulture)} 处要改", $"{fields.Count.ToString(CultureInfo.InvariantCulture)} things to change") { Fields = fields };
}
