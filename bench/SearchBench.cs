using System.Diagnostics;
using Tongban.Hall.Systems.Catalogue.Search;

namespace Tongban.Bench;

/// <summary>The catalogue's search at 10,000 invented services.</summary>
internal static class SearchBench
{
    private static readonly string[] Queries = ["身份证", "无犯罪记录", "sfz", "shenfenzheng", "落户", "毕业升落户", "criminal record", "biyeshen", "高龄"];

    public static int Run()
    {
        var random = new Random(7);
        string[] acts = ["申领", "换领", "补办", "变更", "注销", "备案", "年审", "登记", "证明", "补贴"];
        string[] things = ["身份证", "无犯罪记录证明", "居住证", "毕业生落户", "驾驶证", "营业执照", "高龄津贴", "医师执业", "施工许可", "出版物经营"];
        string[] areas = ["市", "福田", "南山", "宝安", "龙岗", "罗湖", "盐田", "龙华", "坪山", "光明"];
        var items = Enumerable.Range(0, 10_000).Select(i => new SearchItem($"item-{i}",
            [$"{areas[i / 1000]}{things[i / 100 % 10]}{acts[i / 10 % 10]}{i % 10}", $"item {things.Length} criminal record {i}"],
            [things[random.Next(10)], acts[random.Next(10)]], $"为个人和企业办理{things[random.Next(10)]}的{acts[random.Next(10)]}事项")).ToList();
        var watch = Stopwatch.StartNew();
        var index = SearchIndex.Build(items);
        Console.WriteLine(FormattableString.Invariant($"index of 10,000 items built in {watch.ElapsedMilliseconds} ms\n\n| query | hits | p50 ms | p95 ms |\n|---|---|---|---|"));
        foreach (var query in Queries)
        {
            for (var i = 0; i < 30; i++) index.Search(query);
            var times = Enumerable.Range(0, 200).Select(_ =>
            {
                var started = Stopwatch.GetTimestamp();
                index.Search(query);
                return Stopwatch.GetElapsedTime(started).TotalMilliseconds;
            }).Order().ToList();
            Console.WriteLine(FormattableString.Invariant($"| {query} | {index.Search(query).Count} | {times[100]:0.00} | {times[190]:0.00} |"));
        }
        return 0;
    }
}
