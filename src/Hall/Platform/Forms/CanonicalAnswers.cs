using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Unicode;

namespace Tongban.Hall.Platform.Forms;

/// <summary>One text for equal answers, so that its hash says whether what is submitted is what was shown.</summary>
public static class CanonicalAnswers
{
    private static readonly JsonSerializerOptions Plain = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    /// <param name="answers">Answers of a <see cref="CheckedForm"/>: normalised and in the form's order.</param>
    public static string Write(JsonObject answers) => answers.ToJsonString(Plain);
}
