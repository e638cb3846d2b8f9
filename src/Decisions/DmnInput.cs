namespace Tongban.Decisions;

/// <summary>Input data of a model.</summary>
/// <param name="Name">Its name: the key in the context of inputs.</param>
/// <param name="Type">Its type; Any when the model does not say.</param>
public sealed record DmnInput(string Name, FeelType Type)
{
    /// <summary>The unary tests that a value must pass, as written in its item definition; null for none.</summary>
    public string? AllowedValues { get; init; }
}
