namespace Tongban.Hall.Platform.Proceedings;

/// <summary>代理: for whom somebody acts, and the mandate that lets him.</summary>
/// <param name="PartyId">A person's account or an organisation.</param>
public sealed record Behalf(Guid PartyId, Guid MandateId);
