namespace Tongban.Verify;

/// <summary>Checks licences, receipts and checkpoints offline.</summary>
public static class VerifyProgram
{
    private const string Help = """
        用法 Usage:
          verify receipt FILE.json [--key ledger.pem]             检查办件历史收据  check a case's receipt
          verify checkpoint OLD NEW PROOF.json [--key ledger.pem] 检查账本只增不改  check that the ledger only grew
          verify promise FILE.json                                写出账本签名的原文，供其他工具核验
                                                                  write what the ledger signed, for other tools
          verify licence FILE.pdf --trust seals.pem               检查电子证照和文书  check a licence or document
          verify licence FILE.json --seal FILE.sig --trust seals.pem  同上，数据形式  the same as data
        退出码 Exit code: 0 全部有效 all holds · 1 有不成立的 something does not · 2 用法或文件不对 wrong usage or file
                         3 没有问题但还没有全部证明 nothing wrong, but not all is proved
        公钥和印章证书可以从网站的 /ledger 和 /verify 下载。
        The keys can be downloaded from the site's pages /ledger and /verify.
        """;

    /// <summary>Runs one command; the exit code says how it came out.</summary>
    public static int Run(string[] args, TextWriter output, TextWriter error)
    {
        try
        {
            return args switch
            {
                ["receipt", var file] => ReceiptCommand.Run(file, null, output),
                ["receipt", var file, "--key", var key] => ReceiptCommand.Run(file, key, output),
                ["checkpoint", var older, var newer, var proof] => CheckpointCommand.Run(older, newer, proof, null, output),
                ["checkpoint", var older, var newer, var proof, "--key", var key] => CheckpointCommand.Run(older, newer, proof, key, output),
                ["promise", var file] => ReceiptCommand.WritePromise(file, output),
                ["licence", var file, "--trust", var seals] => LicenceCommand.Run(file, seals, output),
                ["licence", var file, "--seal", var seal, "--trust", var seals] => LicenceCommand.RunData(file, seal, seals, output),
                ["--help" or "-h" or "help"] => Explain(output, Outcome.Proved),
                _ => Explain(error, Outcome.Usage),
            };
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or FormatException)
        {
            error.WriteLine(e.Message);
            return Outcome.Usage;
        }
    }

    private static int Explain(TextWriter output, int exitCode)
    {
        output.WriteLine(Help);
        return exitCode;
    }
}
