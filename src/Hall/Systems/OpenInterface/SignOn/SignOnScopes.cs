using Tongban.Hall.Platform.Packages;

namespace Tongban.Hall.Systems.OpenInterface.SignOn;

/// <summary>What a program may learn of a person who signs in with the hall, in the words in which the person is asked.</summary>
public static class SignOnScopes
{
    public const string OpenId = "openid", Profile = "profile", Number = "citizen_number", ActingFor = "acting_for", Offline = "offline_access", Staff = "staff";

    public static readonly IReadOnlyDictionary<string, Text> All = new Dictionary<string, Text>
    {
        [OpenId] = new("一个只给这个程序用的编号，您的实名等级，登录的时间", "A number made for this program alone, your level of identity, and when you signed in"),
        [Profile] = new("姓名", "Your name"),
        [Number] = new("身份证号码", "Your citizen number"),
        [ActingFor] = new("您正在替谁办：名称、代码和授权编号", "For whom you act: name, code and mandate"),
        [Offline] = new("您离开以后，12 小时内可以再问一次上面这些", "After you have left, to ask for the above again within 12 hours"),
    };

    /// <summary>What a program of an authority learns of a member of staff: nobody is asked, it is his work.</summary>
    public static readonly IReadOnlyDictionary<string, Text> OfStaff = new Dictionary<string, Text>
    {
        [OpenId] = new("一个只给这个程序用的编号，登录的时间", "A number made for this program alone, and when he signed in"),
        [Profile] = new("姓名", "The name"),
        [Staff] = new("工号、单位、科室、岗位角色", "Staff number, authority, office and roles"),
    };

    public static bool IsOne(string scope) => All.ContainsKey(scope) || OfStaff.ContainsKey(scope);

    public static bool Fits(string scope, bool forStaff) => (forStaff ? OfStaff : All).ContainsKey(scope);
}
