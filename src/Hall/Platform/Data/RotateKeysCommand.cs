namespace Tongban.Hall.Platform.Data;

/// <summary>`-- rotate keys`: a new data key, and everything sealed anew.</summary>
public static class RotateKeysCommand
{
    public static async Task<int> RunAsync(IServiceProvider services, TextWriter output)
    {
        await using var scope = services.CreateAsyncScope();
        var report = await ActivatorUtilities.CreateInstance<KeyRotation>(scope.ServiceProvider).RunAsync();
        await output.WriteLineAsync(report.Resumed
            ? $"上次中断的换钥做完了：{report.Values} 个值改用密钥 {report.Key}。 The rotation that was broken off is finished: {report.Values} values are under key {report.Key} now."
            : $"已换钥：{report.Values} 个值改用新密钥 {report.Key}。 Rotated: {report.Values} values are under the new key {report.Key}.");
        await output.WriteLineAsync(
            "其他进程遇到新密钥会自己读入；过几分钟再执行一次，报告 0 个值以后，旧密钥那一行可以换成“-”。 Other processes read the new key when they meet it; " +
            "run this again in a few minutes: once it finds nothing left, the old key's line may be replaced by \"-\".");
        return 0;
    }
}
