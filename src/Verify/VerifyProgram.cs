namespace Tongban.Verify;

/// <summary>Checks licences and receipts offline. Exit codes: 0 all holds, 1 something does not, 2 wrong usage.</summary>
public static class VerifyProgram
{
    private const string Usage = """
        用法 Usage:
          verify receipt FILE.json [--key ledger.pem]    检查办件历史收据  check a case's receipt
          verify licence FILE.pdf --trust seals.pem      检查电子证照和文书  check a licence or document
          verify licence FILE.json --seal FILE.sig --trust seals.pem   同上，数据形式  the same as data
        公钥和印章证书可以从网站的 /ledger 和 /verify 下载。
        The keys can be downloaded from the site's pages /ledger and /verify.
        """;

    public static int Run(string[] args, TextWriter output, TextWriter error)
    {
        try
        {
            return args switch
            {
                ["receipt", var file] => ReceiptCommand.Run(file, null, output),
                ["receipt", var file, "--key", var key] => ReceiptCommand.Run(file, key, output),
                ["licence", var file, "--trust", var seals] => LicenceCommand.Run(file, seals, output),
                ["licence", var file, "--seal", var seal, "--trust", var seals] => LicenceCommand.RunData(file, seal, seals, output),
                _ => Explain(error),
            };
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or FormatException)
        {
            error.WriteLine(e.Message);
            return 2;
        }
    }

    private static int Explain(TextWriter error)
    {
        error.WriteLine(Usage);
        return 2;
    }
}
