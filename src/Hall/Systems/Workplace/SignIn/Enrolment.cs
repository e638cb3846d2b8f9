using Tongban.Hall.Platform.Personal;

namespace Tongban.Hall.Systems.Workplace.SignIn;

/// <summary>What is shown while a second factor is enrolled.</summary>
/// <param name="Sealed">The secret, as it comes back.</param>
public sealed record Enrolment(string Action, string Number, Sensitive Secret, string Sealed, string? Error);

/// <summary>Recovery codes, shown once.</summary>
/// <param name="Next">Where it goes on.</param>
public sealed record NewCodes(IReadOnlyList<string> Codes, string Next);
