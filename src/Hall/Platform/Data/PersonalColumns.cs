using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Tongban.Hall.Platform.Data;

/// <summary>Which columns hold personal data.</summary>
public static class PersonalColumns
{
    private const string Annotation = "Tongban:Personal";

    /// <summary>This column holds personal data.</summary>
    public static PropertyBuilder<T> Personal<T>(this PropertyBuilder<T> property)
    {
        property.HasAnnotation(Annotation, true);
        return property;
    }

    public static bool IsPersonal(IReadOnlyProperty property) => property.FindAnnotation(Annotation)?.Value is true;
}
