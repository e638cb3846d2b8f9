using Tongban.Hall.Platform.Personal;

namespace Tongban.Hall.Services.Exchange;

/// <summary>What is asked of a register.</summary>
/// <param name="Number">Citizen number, or the code of an organisation.</param>
/// <param name="Reference">The case for which it is asked, or else the account.</param>
public sealed record RegistryQuestion(Sensitive Number, Sensitive? Name, string Purpose, string Reference, IReadOnlyList<string> Fields);

/// <summary>What came back: the fields asked for and no others; <see cref="Problem"/> says why nothing usable did.</summary>
public sealed record RegistryAnswer(LookupStatus Status, DateTimeOffset? AsOf = null, string? Record = null, Evidence? Evidence = null, string? Problem = null)
{
    /// <summary>Nothing of what came back.</summary>
    public override string ToString() => $"{Status} {Problem}";
}

/// <summary>Speaks with the registers. One folder in Connectors/ for each real protocol; all pass the same contract test.</summary>
public interface IRegistryConnector
{
    /// <summary>Never throws for a register's failure, and never outlasts the exchange's limits: the answer says what happened.</summary>
    Task<RegistryAnswer> AskAsync(string registry, RegistryQuestion question, CancellationToken stop);
}
