namespace Tongban.Hall.Platform.Keys;

/// <summary>A sealed value does not open where it lies: it was changed or moved there, or its key was taken away.</summary>
public sealed class DamagedValueException(string kind, string key) : Exception(
    $"{kind} {key} 里加密的内容打不开：内容被改过，或者密钥不在了。 The sealed value of {kind} {key} does not open: it was changed, or its key is gone.");
