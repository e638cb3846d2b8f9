using static Tongban.Hall.Platform.Web.Say;

namespace Tongban.Hall.Systems.HomePages.Citizen;

/// <summary>The export's names in the reader's words; a name that has none is shown as it stands.</summary>
internal static class ExportText
{
    public static string Of(string name) => name switch
    {
        "account" => L("账户", "Account"), "cases" => L("办件", "Cases"), "documents" => L("文书", "Documents"), "licences" => L("证照", "Licences"),
        "messages" => L("消息", "Messages"), "lookups" => L("查询记录", "Look-ups"), "sessions" => L("设备", "Devices"), "consents" => L("同意", "Consents"),
        "proceedings" => L("留痕", "Log"), "id" => L("编号", "Id"), "at" => L("时间", "Time"), "name" => L("姓名", "Name"), "citizenNumber" => L("身份证号码", "Citizen number"),
        "phoneNumber" or "mobile" => L("手机号码", "Mobile"), "answers" => L("填写的内容", "Answers"), "facts" => L("查到的事实", "Facts"), "number" => L("号码", "Number"),
        "state" => L("状态", "State"), "registry" => L("登记库", "Register"), "record" => L("查到的内容", "What came back"), "purposeZh" => L("目的", "Purpose (Chinese)"),
        "device" => L("设备", "Device"), "startedAt" => L("开始", "Started"), "endedAt" => L("结束", "Ended"), "event" => L("事件", "Event"), "payload" => L("内容", "Content"),
        "reason" => L("理由", "Reason"), "createdAt" => L("建立时间", "Made"), "changedAt" => L("修改时间", "Changed"), "title" or "titleZh" => L("标题", "Title"),
        "bodyZh" => L("正文", "Text (Chinese)"), "content" => L("内容", "Content"), "explanation" => L("理由和依据", "Grounds"), "queryCode" => L("查询码", "Query code"),
        _ => name,
    };
}
