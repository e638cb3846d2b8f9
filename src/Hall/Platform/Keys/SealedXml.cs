using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection.XmlEncryption;

namespace Tongban.Hall.Platform.Keys;

/// <summary>The keys of ASP.NET's data protection (cookies, form tokens) lie sealed in the database.</summary>
public sealed class SealedXml(Vault vault) : IXmlEncryptor
{
    internal const string Kind = "data_protection_keys/xml";

    public EncryptedXmlInfo Encrypt(XElement plaintextElement) =>
        new(new XElement("sealed", vault.Seal(plaintextElement.ToString(SaveOptions.DisableFormatting), Kind, "")), typeof(OpenedXml));
}

public sealed class OpenedXml(IServiceProvider services) : IXmlDecryptor
{
    public XElement Decrypt(XElement encryptedElement) =>
        XElement.Parse(services.GetRequiredService<Vault>().Open(encryptedElement.Value, SealedXml.Kind, ""));
}
