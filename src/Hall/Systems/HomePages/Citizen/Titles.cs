using Tongban.Hall.Services.Licences;
using Tongban.LicenceDocuments;
using static Tongban.Hall.Platform.Web.Say;

namespace Tongban.Hall.Systems.HomePages.Citizen;

/// <summary>What a document is called on the screen; the document itself is Chinese, as the law's language is.</summary>
internal static class Titles
{
    public static string Of(IssuedDocument document, Licence? licence) => L(document.Title, document.Kind switch
    {
        DocumentKind.Licence => licence?.NameEn ?? "Licence",
        DocumentKind.Receipt => "Receipt of materials",
        DocumentKind.Acceptance => "Notice of acceptance",
        DocumentKind.Decision => "Decision",
        _ => document.Title,
    });
}
