using System.Text.Json.Nodes;
using Tongban.Hall.Platform.Packages;
using Tongban.Hall.Platform.Packages.Loading;
using Tongban.Hall.Platform.Packages.Rules;

namespace Tongban.Hall.Tests.Platform.Packages;

public sealed class MaterialTests
{
    private const string Material = """
        materials:
          - id: photo
            name: { zh: "照片", en: "Photo" }
            issuer: { zh: "本人", en: "Yourself" }
            source: applicant
            trust: d
            compulsory: true
            formats: [jpg]
            howToObtain: { zh: "拍照", en: "Take a picture" }
            use: { zh: "制证", en: "For the card" }
        situations:
          - field: 方式
            question: { zh: "怎么拿", en: "How to collect" }
            options:
              - { value: 自取, label: { zh: "自取", en: "Collect" } }
              - { value: 邮寄, label: { zh: "邮寄", en: "By post" }, materials: [photo] }
        """;

    private const string Field = """
              - id: 方式
                label: { zh: "怎么拿", en: "How to collect" }
                type: choice
                options:
                  - { value: 自取, label: { zh: "自取", en: "Collect" } }
                  - { value: 邮寄, label: { zh: "邮寄", en: "By post" } }
              - { id: 区, label: { zh: "区", en: "District" }, type: region, required: false, region: { level: county } }
              - { id: 街道, label: { zh: "街道", en: "Street" }, type: region, required: false, region: { level: street, within: 区 } }
              - { id: 照片, label: { zh: "照片", en: "Photo" }, type: file, required: false, material: photo }

        """;

    private static async Task<LoadedPackage> LoadAsync(string old = "", string @new = "", string file = "service.yaml")
    {
        var files = SamplePackage.Changed(await SamplePackage.FilesAsync(), "service.yaml", "materials: []", Material);
        files = files with { Files = new Dictionary<string, byte[]>(files.Files) { ["form.yaml"] = [.. files.Files["form.yaml"], .. System.Text.Encoding.UTF8.GetBytes(Field)] } };
        return await SamplePackage.LoadAsync(old.Length == 0 ? files : SamplePackage.Changed(files, file, old, @new));
    }

    [Theory]
    [InlineData("service.yaml", "trust: d", "trust: a", "material-trust")]
    [InlineData("service.yaml", "    formats: [jpg]\n", "", "material-formats")]
    [InlineData("service.yaml", "source: applicant", "source: shared", "material-registry")]
    [InlineData("service.yaml", "source: applicant", "source: shared\n    registry: 社保", "reference")]
    [InlineData("service.yaml", "compulsory: true", "compulsory: true\n    when: 身高 > 2", "feel-unknown-name")]
    [InlineData("service.yaml", "- field: 方式", "- field: 渠道", "reference")]
    [InlineData("service.yaml", "- { value: 自取", "- { value: 代取", "reference")]
    [InlineData("service.yaml", "materials: [photo]", "materials: [picture]", "reference")]
    [InlineData("form.yaml", "material: photo", "material: picture", "reference")]
    [InlineData("form.yaml", "within: 区", "within: 方式", "reference")]
    [InlineData("form.yaml", "- { value: 自取", "- { value: 邮寄", "double-id")]
    [InlineData("form.yaml", "type: choice", "type: choice\n        optionsFrom: 参数.颜色", "reference")]
    [InlineData("service.yaml", "remedies:", "specialProcedures:\n  - { name: { zh: 体检, en: Health check }, days: 5, basis: { zh: 示例, en: Sample }, fee: 20, countsIntoLimit: false }\nremedies:", "fee-basis")]
    public async Task Spoiled_material_or_situation_is_found(string file, string old, string @new, string code)
    {
        var loaded = await LoadAsync(old, @new, file);

        Assert.Contains(loaded.Findings, f => f.Text.Code == code && f.Spot.Line > 1);
        Assert.Null(loaded.Package);
    }

    [Theory]
    [InlineData("邮寄", "", "photo")]
    [InlineData("邮寄", "photo", "")]
    [InlineData("自取", "", "")]
    public async Task Situation_selects_the_materials_and_what_is_handed_in_is_not_asked_again(string way, string given, string outstanding)
    {
        var loaded = await LoadAsync();
        Assert.DoesNotContain(loaded.Findings, f => f.Text.Severity != FindingSeverity.Information);
        var grounds = new Grounds
        {
            Today = new(2026, 7, 10),
            Applicant = new Applicant { Name = "林一诺", BirthDate = new(2004, 3, 16) },
            Answers = new JsonObject { ["方式"] = way },
        };

        var materials = PackageMaterials.Outstanding(loaded.Package!, grounds, [given]);

        Assert.Equal(outstanding, string.Join(',', materials.Select(m => m.Id)));
    }
}
