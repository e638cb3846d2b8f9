using System.Globalization;
using System.Text.Json;
using Tongban.Sandbox.Wire;

namespace Tongban.Sandbox.Registries;

/// <summary>GET /faults, PUT /faults/{name} with JSON, and POST from the buttons of the page.</summary>
internal sealed class FaultsEndpoint(Faults faults)
{
    private sealed record Wanted(string? Mode, int? DelayMs, double? Probability);

    public IResult Show() => Results.Json(Faults.Breakable.ToDictionary(b => b.Name, b => Shown(faults.Of(b.Name))), Answers.Json);

    public async Task<IResult> PutAsync(string name, HttpRequest request)
    {
        var wanted = Answers.Read<Wanted>(await Answers.ReadAsync(request));
        return Set(name, wanted?.Mode, wanted?.DelayMs, wanted?.Probability) ?? Results.Json(Shown(faults.Of(name)), Answers.Json);
    }

    public async Task<IResult> PostAsync(string name, HttpRequest request)
    {
        if (!request.HasFormContentType) return Problem(400, "a-form-is-required");
        var form = await request.ReadFormAsync();
        int? delay = int.TryParse(form["delayMs"], NumberStyles.None, CultureInfo.InvariantCulture, out var ms) ? ms : null;
        return Set(name, form["mode"], delay, null) ?? Results.Redirect("/");
    }

    private IResult? Set(string name, string? mode, int? delayMs, double? probability)
    {
        if (!Faults.Knows(name)) return Problem(404, "unknown-registry");
        if (mode is null || !Enum.TryParse<FaultMode>(mode, ignoreCase: true, out var known) || !Enum.IsDefined(known)) return Problem(400, "unknown-mode");
        if (delayMs is < 0 or > Fault.MostDelayMs) return Problem(400, "delay-must-be-0-to-60000-ms");
        if (probability is < 0 or > 1 or double.NaN) return Problem(400, "probability-must-be-0-to-1");
        faults.Set(name, new Fault(known, delayMs ?? Fault.UsualDelayMs, probability ?? 1));
        return null;
    }

    private static object Shown(Fault fault) => new { mode = JsonNamingPolicy.CamelCase.ConvertName(fault.Mode.ToString()), fault.DelayMs, fault.Probability };

    private static IResult Problem(int status, string code) => Results.Json(new { status, code }, Answers.Json, "application/problem+json", status);
}
