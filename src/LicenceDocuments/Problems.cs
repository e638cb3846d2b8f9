namespace Tongban.LicenceDocuments;

/// <summary>Everything that can be wrong with a document, a seal or an identifier, in both languages.</summary>
internal static class Problems
{
    public static readonly DocumentProblem NotPdf = new("file.format",
        "这不是电子证照文件，请用下载到的 PDF 原件", "This is no licence file; please take the PDF as it was downloaded");

    public static readonly DocumentProblem TooLarge = new("file.size",
        "文件大于 8 MB，不是本平台发出的证照或文书", "The file is larger than 8 MB: it was not issued by this platform");

    public static readonly DocumentProblem NotSealed = new("seal.missing",
        "文件没有覆盖全文的电子印章：可能被改过，或者是打印、截图后另存的", "The file has no seal over all of it: it was changed, or saved again from a print or picture");

    public static readonly DocumentProblem SealUnreadable = new("seal.form",
        "电子印章读不出来：文件被改过，或者不是本平台发出的", "The seal cannot be read: the file was changed, or was not issued by this platform");

    public static readonly DocumentProblem Changed = new("seal.changed",
        "电子印章和内容对不上：文件被改过", "The seal does not fit the content: the file was changed");

    public static readonly DocumentProblem SealOutOfDate = new("seal.date",
        "盖章时间不在印章证书的有效期内，请向发证机关核实", "It was sealed outside the validity of the seal's certificate; please ask the authority");

    public static readonly DocumentProblem NoContent = new("content.form",
        "机读数据读不出来，请向发证机关核实", "The machine-readable data cannot be read; please ask the authority");

    public static DocumentProblem SealUnknown(string fingerprint) => new("seal.unknown",
        $"盖章证书不在信任名单里（SM3 指纹 {fingerprint[..16]}…），不能证明是谁盖的章",
        $"The seal's certificate is not on the list of trusted ones (SM3 fingerprint {fingerprint[..16]}…): nothing proves whose seal it is");

    public static DocumentProblem OtherAuthority(string? sealedBy, string issuedBy) => new("seal.authority",
        $"印章是“{sealedBy}”的，文书却以“{issuedBy}”的名义发出", $"The seal is that of {sealedBy}, but the document is issued in the name of {issuedBy}");

    public static readonly DocumentProblem IdentifierRoot = new("identifier.root",
        $"证照标识以 {LicenceIdentifier.Root} 开头，请照着证照上的编码填", $"A licence identifier begins with {LicenceIdentifier.Root}; please copy it from the licence");

    public static DocumentProblem IdentifierParts(int parts) => new("identifier.parts",
        $"{LicenceIdentifier.Root} 后面应有 5 段，用点隔开，现在是 {parts} 段，请照着证照上的编码填",
        $"After {LicenceIdentifier.Root} there are 5 parts between dots, here {parts}; please copy it from the licence");

    public static DocumentProblem IdentifierPart(string code, string zh, string en, string given) => new("identifier." + code,
        $"证照标识的{zh}，现在是“{Shown(given)}”，请照着证照上的编码填", $"In a licence identifier {en}, here “{Shown(given)}”; please copy it from the licence");

    public static readonly DocumentProblem IdentifierCheck = new("identifier.check",
        "证照标识有一位填错了，请照着证照再填一次", "One character of the identifier is wrong; please compare it with the licence");

    // What somebody typed is repeated only in part and without control characters.
    private static string Shown(string given) =>
        new string([.. given.Where(c => !char.IsControl(c)).Take(24)]) + (given.Length > 24 ? "…" : "");
}
