using Tongban.Sandbox.Registries;
using Tongban.Sm;

namespace Tongban.Sandbox.Wire;

/// <summary>Sends a signed answer, or fails in the way that was asked for.</summary>
internal sealed class SignedDelivery(RegistryKeys keys)
{
    public async Task SendAsync(HttpContext http, string name, string requestId, FaultMode fault, Func<FaultMode, byte[]> write)
    {
        if (Faults.Ends(fault, http)) return;
        var answer = fault switch
        {
            FaultMode.Garbage => "<html>502 bad gateway"u8.ToArray(),
            FaultMode.Flood => Enumerable.Repeat((byte)' ', 4 * 1024 * 1024).ToArray(),
            _ => write(fault),
        };
        if (fault == FaultMode.LostAnswer)
        {
            http.Abort();
            return;
        }
        SignedWire.Sign(http.Response, requestId, answer, KeyOf(name, fault));
        http.Response.ContentType = "application/json";
        if (fault == FaultMode.Stall)
        {
            await http.Response.Body.FlushAsync(http.RequestAborted);
            await Faults.NeverAsync(http);
            http.Abort();
            return;
        }
        await http.Response.Body.WriteAsync(answer, http.RequestAborted);
    }

    /// <summary>As of when the data is.</summary>
    public static DateTimeOffset AsOf(TimeProvider time, FaultMode fault) => time.GetUtcNow() - (fault switch
    {
        FaultMode.Stale => TimeSpan.FromDays(30),
        FaultMode.Future => TimeSpan.FromDays(-1),
        _ => TimeSpan.FromMinutes(10),
    });

    private Sm2Key KeyOf(string name, FaultMode fault) => fault switch
    {
        FaultMode.WrongSignature => Sm2Key.Generate(),
        FaultMode.OtherRegister => keys.OfAnother(name),
        _ => keys.Of(name),
    };
}
