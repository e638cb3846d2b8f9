using Tongban.Codes;
using Tongban.Hall.Platform.Personal;
using static Tongban.Hall.Platform.Web.Say;

namespace Tongban.Hall.Services.Identity.RealName;

/// <summary>A proof as it is typed into a form: its kind and its value, in two fields of the same number.</summary>
/// <param name="Number">Which of the form's proofs: the fields are called Kind1 and Value1, Kind2 and Value2.</param>
public sealed record TypedProof(int Number, string? Kind, Sensitive? Value, bool Optional, IReadOnlyDictionary<string, string> Errors)
{
    public string KindField => $"Kind{Number}";
    public string ValueField => $"Value{Number}";

    /// <summary>What was typed; null: nothing, or it has errors, which are added.</summary>
    public static Proof? Read(int number, string? kind, string? value, bool optional, Dictionary<string, string> errors)
    {
        var typed = CitizenNumber.Normalise(value);
        var known = Enum.TryParse<ProofKind>(kind, out var which) && Enum.IsDefined(which);
        if (optional && !known && typed.Length == 0) return null;
        if (!known) errors[$"Kind{number}"] = L("请选择用哪一项核对", "Choose what to check with");
        if (typed.Length is 0 or > 30) errors[$"Value{number}"] = L("请填写这一项的号码", "Give the number that belongs to it");
        return known && typed.Length is > 0 and <= 30 ? new Proof(which, typed) : null;
    }
}
