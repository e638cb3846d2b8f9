namespace Tongban.Hall.Platform.Proceedings;

/// <summary>自然人、法人和其他组织.</summary>
public enum PartyKind { Person, Organisation }
