using System.Text;
using Tongban.LicenceDocuments.Tests.Support;

namespace Tongban.LicenceDocuments.Tests;

public class DocumentContentTests
{
    [Fact]
    public void CanonicalForm_ReadAndWrittenAgain_IsTheSameBytes()
    {
        var bytes = Samples.Licence.ToCanonicalJson();
        Assert.Equal(bytes, DocumentContent.FromJson(bytes)!.ToCanonicalJson());
    }

    [Fact]
    public void CanonicalForm_DoesNotDependOnTheOrderOfData()
    {
        var other = Samples.Licence with { Data = Samples.Licence.Data.Reverse().ToDictionary() };
        Assert.Equal(Samples.Licence.ToCanonicalJson(), other.ToCanonicalJson());
    }

    [Fact]
    public void CanonicalForm_IsTheOneThatWasSealedBefore() => Assert.Equal(
        """{"kind":"Receipt","title":"材料接收凭证","number":"1","authority":"示例局","authorityCode":"11440300007542689J","issuedOn":"2026-11-23","holder":"李\uD842\uDFB7","validTo":"2027-11-22","paragraphs":["“甲”<乙>&'丙'"],"rows":[{"label":"查询码","value":"K7M2QX"}],"notes":[],"data":{"a":"1","b":"2"}}""",
        Encoding.UTF8.GetString(new DocumentContent
        {
            Kind = DocumentKind.Receipt,
            Title = "材料接收凭证",
            Number = "1",
            Authority = "示例局",
            AuthorityCode = "11440300007542689J",
            IssuedOn = new(2026, 11, 23),
            Holder = "李𠮷",
            ValidTo = new(2027, 11, 22),
            Paragraphs = ["“甲”<乙>&'丙'"],
            Rows = [new("查询码", "K7M2QX")],
            Data = new Dictionary<string, string> { ["b"] = "2", ["a"] = "1" },
        }.ToCanonicalJson()));

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("""{"kind":99}""")]
    [InlineData("""{"kind":"Licence","title":null,"number":"1","authority":"","authorityCode":"","issuedOn":"2026-11-23","holder":""}""")]
    [InlineData("""{"kind":0,"title":"","number":"1","authority":"","authorityCode":"","issuedOn":"2026-11-23","holder":""}""")]
    [InlineData("""{"kind":"Licence","title":"","number":"1","authority":"","authorityCode":"","issuedOn":"2026-13-23","holder":""}""")]
    [InlineData("""{"kind":"Licence","title":"","number":"1","authority":"","authorityCode":"","issuedOn":"2026-11-23","holder":"","paragraphs":[null]}""")]
    [InlineData("""{"kind":"Licence","title":"","number":"1","authority":"","authorityCode":"","issuedOn":"2026-11-23","holder":"","rows":[{"label":"a","value":null}]}""")]
    [InlineData("""{"kind":"Licence","title":"","number":"1","authority":"","authorityCode":"","issuedOn":"2026-11-23","holder":"","data":{"a":null}}""")]
    public void BrokenData_IsNoDocument(string json) => Assert.Null(DocumentContent.FromJson(Encoding.UTF8.GetBytes(json)));
}
