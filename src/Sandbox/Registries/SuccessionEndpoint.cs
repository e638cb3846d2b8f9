using Tongban.Sandbox.Firms;
using Tongban.Sandbox.Wire;

namespace Tongban.Sandbox.Registries;

/// <summary>POST /firms from the page: the register names another legal representative from now on.</summary>
internal sealed class SuccessionEndpoint(AllFirms firms, TimeProvider time)
{
    public async Task<IResult> PostAsync(HttpRequest request)
    {
        if (!request.HasFormContentType) return Problem(400, "a-form-is-required");
        var form = await request.ReadFormAsync();
        return firms.Succeed(form["code"].ToString(), form["number"].ToString(), CityDay.Of(time.GetUtcNow())) ? Results.Redirect("/firms") : Problem(404, "unknown-firm-or-person");
    }

    private static IResult Problem(int status, string code) => Results.Json(new { status, code }, Answers.Json, "application/problem+json", status);
}
