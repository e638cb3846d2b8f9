namespace Tongban.Hall.Platform.Proceedings;

public enum RowOperation { Insert, Update, Delete }

/// <summary>One row that a step touched, with its canonical content.</summary>
public readonly record struct RowChange(string Table, string Key, RowOperation Operation, ReadOnlyMemory<byte> Content);
