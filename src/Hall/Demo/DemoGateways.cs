using Microsoft.Extensions.Options;
using Tongban.Hall.Services.Exchange;
using Tongban.Hall.Services.Identity.RealName;
using Tongban.Hall.Services.Notices;
using Tongban.Sandbox;
using Tongban.Sandbox.Registries;

namespace Tongban.Hall.Demo;

/// <summary>The settings that production is given by configuration, given by the sandbox: the same connectors work in both.
/// What is configured all the same stays.</summary>
public sealed class DemoGateways(IOptions<ExchangeOptions> exchange, IOptions<SmsOptions> sms, IOptions<RealNameOptions> realName)
{
    public void LeadTo(SandboxServer sandbox)
    {
        foreach (var registry in Registry.All)
            exchange.Value.Registries.TryAdd(registry.Name, new RegistryOptions
            {
                Address = new Uri(sandbox.Address, $"registries/{registry.Name}/lookup").ToString(),
                PublicKey = sandbox.PublicKeyOf(registry.Name).ToPem(),
            });
        if (realName.Value.Address.Length == 0)
            (realName.Value.Address, realName.Value.PublicKey, realName.Value.Book) =
                (new Uri(sandbox.Address, "realname/checks").ToString(), sandbox.PublicKeyOf("realname").ToPem(), new Uri(sandbox.Address, "realname"));
        if (sms.Value.Address.Length > 0) return;
        (sms.Value.Address, sms.Value.Inbox) = (new Uri(sandbox.Address, "sms/messages").ToString(), new Uri(sandbox.Address, "sms"));
    }
}
