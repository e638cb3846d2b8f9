using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Tongban.Hall.Platform.Web.Components;

/// <summary>&lt;zw-file&gt;: one file per field; what is given already stands between hint and field.</summary>
[HtmlTargetElement("zw-file")]
public sealed class FileTagHelper(Markup markup) : FieldTagHelper(markup)
{
    public string Accept { get; set; } = ".jpg,.jpeg,.png,.pdf";

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var given = await output.GetChildContentAsync();
        Field(output);
        output.Content.AppendHtml(given);
        output.Content.AppendHtml($"<input class=\"in\" type=\"file\" id=\"{E(Id)}\" name=\"{E(Name)}\" accept=\"{E(Accept)}\"{Attribute("aria-describedby", DescribedBy)}{(Error is null ? "" : " aria-invalid=\"true\"")}>");
    }
}
