namespace Tongban.Sandbox.People;

/// <summary>Names put together from common characters.</summary>
internal static class Names
{
    private static readonly string[] Families =
        ["王", "李", "张", "刘", "陈", "杨", "黄", "赵", "吴", "周", "徐", "孙", "马", "朱", "胡", "郭", "何", "林", "高", "罗", "郑", "梁", "谢", "宋", "唐", "许", "邓", "冯", "韩", "曹", "欧阳", "司徒"];

    private static readonly char[] Male = [.. "伟强磊军勇涛明超刚平辉健俊峰志远浩宇轩泽睿博文斌宏建国庆海波"];
    private static readonly char[] Female = [.. "芳娜敏静丽艳娟霞秀英慧玲雪梅琳颖欣怡佳悦婷雯晴思雨嘉琪诗涵"];

    public static string Of(Chance chance, bool male)
    {
        var letters = male ? Male : Female;
        var given = $"{chance.Pick(Subject.Given, letters)}";
        if (!chance.Happens(Subject.GivenLength, 250)) given += chance.Pick(Subject.SecondGiven, letters);
        return chance.Pick(Subject.Family, Families) + given;
    }
}
